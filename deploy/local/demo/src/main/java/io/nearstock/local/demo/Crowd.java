package io.nearstock.local.demo;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does the same for many at a time, as many as a small machine likes. */
final class Crowd {

    private static final int AT_A_TIME = 8;

    private Crowd() {}

    /** Returns when all is done; fails as the first failure. */
    static <T> void each(Collection<T> members, Consumer<T> work) {
        try (var workers =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            var running = members.stream()
                    .map(member -> CompletableFuture.runAsync(() -> work.accept(member), workers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(running).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
