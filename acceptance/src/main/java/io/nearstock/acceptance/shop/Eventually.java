package io.nearstock.acceptance.shop;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** What is told by events becomes true a little later. */
public final class Eventually {

    /** Only who waits in vain waits so long: on a busy machine news may take a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Eventually() {}

    /** Asserts again and again until it holds; fails as the last assertion did. */
    public static void eventually(ThrowingRunnable assertion) {
        within(PATIENCE, assertion);
    }

    public static void within(Duration patience, ThrowingRunnable assertion) {
        await().atMost(patience).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
    }
}
