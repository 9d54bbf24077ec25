package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Deliveries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of a product comes back, counted once in a while. */
@Component
final class ReturnRates {

    private record Known(@Nullable Double rate, Instant until) {}

    private static final Duration LOOKED_AT = Duration.ofDays(90);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Deliveries deliveries;
    private final ReturnLines lines;
    private final Clock clock;
    private final Map<String, Known> rates = new ConcurrentHashMap<>();

    ReturnRates(Deliveries deliveries, ReturnLines lines, Clock clock) {
        this.deliveries = deliveries;
        this.lines = lines;
        this.clock = clock;
    }

    /** Null where nothing was delivered. */
    @Nullable
    Double of(String sku) {
        if (rates.size() > MOST) {
            rates.clear();
        }
        var now = clock.instant();
        return rates.compute(sku, (_, known) -> known != null && now.isBefore(known.until()) ? known : count(sku, now))
                .rate();
    }

    private Known count(String sku, Instant now) {
        var since = now.minus(LOOKED_AT);
        var delivered = deliveries.units(sku, since, now);
        var rate = delivered == 0 ? null : Shares.rounded(Math.min(1, (double) lines.units(sku, since) / delivered));
        return new Known(rate, now.plus(FRESH));
    }
}
