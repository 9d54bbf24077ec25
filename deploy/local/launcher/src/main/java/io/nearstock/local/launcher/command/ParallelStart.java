package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.StartPlan;
import io.nearstock.local.launcher.part.StartQueue;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Starts what a plan names, each after what it needs, as many at once as the cores can carry. All or nothing: when one
 * fails, or the person presses Ctrl-C, those that this start has begun are stopped.
 */
final class ParallelStart {

    private final Stack stack;
    private final Set<Instance> begun = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable LauncherException> failure = new AtomicReference<>();

    ParallelStart(Stack stack) {
        this.stack = stack;
    }

    void run(StartPlan plan) {
        var undo = new Thread(() -> Halt.of(stack, begun), "undo");
        Runtime.getRuntime().addShutdownHook(undo);
        startAll(new StartQueue(plan));
        Runtime.getRuntime().removeShutdownHook(undo);
        var first = failure.get();
        if (first != null) {
            Halt.of(stack, begun);
            throw first;
        }
    }

    private void startAll(StartQueue queue) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var worker = 0; worker <= Runtime.getRuntime().availableProcessors(); worker++) {
                threads.execute(() -> work(queue));
            }
        }
    }

    private void work(StartQueue queue) {
        try {
            for (var next = queue.next(); next.isPresent(); next = queue.next()) {
                begun.add(next.get());
                new InstanceStart(stack, next.get()).run();
                queue.ready(next.get());
            }
        } catch (LauncherException e) {
            failure.compareAndSet(null, e);
            queue.abandon();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
