package io.nearstock.local.launcher.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: politely, and after a while not. */
public final class Stopper {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Stopper() {}

    /** Answers whether it was necessary to kill. */
    public static boolean stop(ProcessHandle process) {
        process.destroy();
        if (hasEnded(process, PATIENCE)) {
            return false;
        }
        process.destroyForcibly();
        hasEnded(process, PATIENCE);
        return true;
    }

    private static boolean hasEnded(ProcessHandle process, Duration patience) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return !process.isAlive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
