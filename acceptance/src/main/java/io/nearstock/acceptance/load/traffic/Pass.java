package io.nearstock.acceptance.load.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Somebody's access token, renewed before it ends. */
final class Pass {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration USABLE = Duration.ofMinutes(4);

    private final Supplier<String> signIn;
    private String token = "";
    private Instant since = Instant.EPOCH;

    Pass(Supplier<String> signIn) {
        this.signIn = signIn;
    }

    String token() {
        if (isOlderThan(USABLE)) {
            renew();
        }
        return token;
    }

    /** Before a measurement, so that no sign-in falls into it. */
    void freshen() {
        if (isOlderThan(FRESH)) {
            renew();
        }
    }

    private boolean isOlderThan(Duration age) {
        return since.plus(age).isBefore(Instant.now());
    }

    private void renew() {
        token = signIn.get();
        since = Instant.now();
    }
}
