package io.nearstock.acceptance.shop;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many do the same at the same moment. */
public final class Together {

    private Together() {}

    /** What each answered; all wait for each other before they begin. */
    public static <T> List<T> together(int people, Callable<T> deed) {
        var start = new CountDownLatch(people);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, people)
                    .mapToObj(_ -> crowd.submit(() -> {
                        start.countDown();
                        start.await();
                        return deed.call();
                    }))
                    .toList();
            return running.stream().map(Together::result).toList();
        }
    }

    private static <T> T result(Future<T> deed) {
        try {
            return deed.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
