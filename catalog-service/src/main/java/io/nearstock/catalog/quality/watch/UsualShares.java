package io.nearstock.catalog.quality.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The share of low ratings that is usual in a category, counted once in a while. */
@Component
final class UsualShares {

    private record Known(double share, Instant until) {}

    /** The share of low ratings in the reviews of docs/quality.md. */
    private static final double EVERYWHERE = 0.1;

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Readings readings;
    private final Clock clock;
    private final Map<String, Known> shares = new ConcurrentHashMap<>();

    UsualShares(Readings readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    double in(String category) {
        if (shares.size() > MOST) {
            shares.clear();
        }
        var now = clock.instant();
        return shares.compute(
                        category,
                        (_, known) -> known != null && now.isBefore(known.until()) ? known : count(category, now))
                .share();
    }

    private Known count(String category, Instant now) {
        return new Known(readings.tally(category).share(EVERYWHERE), now.plus(FRESH));
    }
}
