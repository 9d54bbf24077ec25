package io.nearstock.acceptance.load.gauge;

import java.time.Duration;

/**
 * How much the system does when nobody asks for anything. Events go on after the last answer; their cost belongs to what
 * caused them, so a measurement ends when the system is about as quiet as before.
 */
public record Quiet(Processes processes, double millisASecond) {

    private static final int LONGEST_SECONDS = 60;
    private static final int LOOK_SECONDS = 2;
    private static final int MOST_LOOKS = 30;
    private static final int LOOKS_IN_VAIN = 4;
    private static final double CALMER = 0.8;

    /** Waits, bounded, until it has become no calmer for a while: what others left behind is done, and is not taken for rest. */
    public static Quiet settled(Processes processes) {
        var calmest = of(processes);
        for (int looks = 1, inVain = 0; looks < MOST_LOOKS && inVain < LOOKS_IN_VAIN; looks++) {
            var next = of(processes);
            var isCalmer = next.millisASecond < calmest.millisASecond * CALMER;
            calmest = isCalmer ? next : calmest;
            inVain = isCalmer ? 0 : inVain + 1;
        }
        return calmest;
    }

    private static Quiet of(Processes processes) {
        var before = processes.processorTime();
        pause(LOOK_SECONDS);
        return new Quiet(
                processes, (double) processes.processorTime().since(before).system() / LOOK_SECONDS);
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
