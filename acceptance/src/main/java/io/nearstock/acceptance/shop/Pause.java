package io.nearstock.acceptance.shop;

import java.time.Duration;

/** What whoever asks again waits before. */
public final class Pause {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Pause() {}

    public static void make() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
