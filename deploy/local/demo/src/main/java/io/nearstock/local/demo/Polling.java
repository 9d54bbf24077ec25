package io.nearstock.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks until the answer is as wished, or time is up; then the last answer stands. */
final class Polling {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Polling() {}

    static <T> T until(Duration atMost, Supplier<T> ask, Predicate<T> wished) {
        var deadline = Instant.now().plus(atMost);
        var answer = ask.get();
        while (!wished.test(answer) && Instant.now().isBefore(deadline)) {
            pause();
            answer = ask.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
