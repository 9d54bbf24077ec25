package io.nearstock.acceptance.load.gauge;

import java.time.Duration;

/**
 * How much the system does when nobody asks for anything. Events go on after the last answer; their cost belongs to what
 * caused them, so a measurement ends when the system is about as quiet as before.
 */
public record Quiet(Processes processes, double millisASecond) {

    private static final int LONGEST_SECONDS = 60;

    public static Quiet of(Processes processes, int seconds) {
        var before = processes.processorTime();
        pause(seconds);
        return new Quiet(
                processes, (double) processes.processorTime().since(before).system() / seconds);
    }

    /** Waits for it, bounded. */
    public void await() {
        for (var second = 0; second < LONGEST_SECONDS && isBusy(); second++) {
            // isBusy takes the second
        }
    }

    private boolean isBusy() {
        var before = processes.processorTime();
        pause(1);
        return processes.processorTime().since(before).system() > millisASecond * 1.5 + 20;
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
