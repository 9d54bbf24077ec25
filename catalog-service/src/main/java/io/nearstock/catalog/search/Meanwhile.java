package io.nearstock.catalog.search;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A part of a search that another core works out meanwhile; where none has come to it, whoever needs it does. */
final class Meanwhile<T> {

    private final FutureTask<T> work;

    private Meanwhile(Callable<T> work) {
        this.work = new FutureTask<>(work);
    }

    /** What reads a state of the index has to be asked for its result before that is let go of. */
    static <T> Meanwhile<T> begin(Callable<T> work) {
        var begun = new Meanwhile<>(work);
        Thread.startVirtualThread(begun.work);
        return begun;
    }

    /** For what is less than to wake another core. */
    static <T> Meanwhile<T> later(Callable<T> work) {
        return new Meanwhile<>(work);
    }

    T result() {
        work.run(); // does nothing where another has begun
        try {
            return work.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
