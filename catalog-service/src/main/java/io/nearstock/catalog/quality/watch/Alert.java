package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.quality.aspect.Aspect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product has turned bad. Public for the driver, which builds it by reflection.
 *
 * @param aspect of which its low ratings complain most, if they name one
 * @param seen the reviews since the evidence began
 * @param expected share of low ratings
 */
public record Alert(
        String id,
        @Nullable Aspect aspect,
        Tally seen,
        double expected,
        Instant raisedAt,
        @Nullable Instant endedAt) {

    /** Once a low share is this much less likely than the expected one, the burst is over (Wald 1945: wrong once in 100). */
    private static final double CALM = 100;

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isCalm(double calm) {
        return calm >= CALM;
    }

    /** How much more likely one review is if all is as it was expected than if the burst goes on. */
    double calm(boolean low) {
        var least = Evidence.turned(expected, 2);
        return Evidence.gain(low, Math.max(least, seen.share(expected)), expected);
    }

    Alert ended(Instant now) {
        return new Alert(id, aspect, seen, expected, raisedAt, now);
    }
}
