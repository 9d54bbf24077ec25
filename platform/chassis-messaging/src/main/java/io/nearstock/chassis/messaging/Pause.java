package io.nearstock.chassis.messaging;

import java.time.Duration;

/** A wait on a thread that nobody interrupts. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
