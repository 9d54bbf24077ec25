package io.nearstock.order;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Runs work beside the caller, on a virtual thread of its own and in the caller's trace. */
@Component
public class Aside implements AutoCloseable {

    private final ExecutorService threads = ContextExecutorService.wrap(
            Executors.newVirtualThreadPerTaskExecutor(),
            ContextSnapshotFactory.builder().build()::captureAll);

    public <T> Future<T> run(Callable<T> work) {
        return threads.submit(work);
    }

    /** Waits for what is running: a provider's answer should still be stored. */
    @Override
    public void close() {
        threads.close();
    }
}
