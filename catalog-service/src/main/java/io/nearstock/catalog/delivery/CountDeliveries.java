package io.nearstock.catalog.delivery;

import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.Delivery;
import io.nearstock.catalog.Popularities;
import io.nearstock.catalog.Popularities.Counted;
import io.nearstock.catalog.PopularitySettings;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Counts deliveries for their products, some at a time in the order in which they were stored. Any instance may, at any time:
 * each product says until when its deliveries are counted, and whoever comes second with the same finds nothing to add.
 */
@Component
final class CountDeliveries implements Rounds.Worker {

    /** What another instance is about to store is not passed by unless it takes longer than this, its clock's error included. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final int ATTEMPTS = 20;

    private final Deliveries deliveries;
    private final Products products;
    private final Popularities popularities;
    private final PopularitySettings settings;
    private final Clock clock;
    private final Rounds rounds;

    CountDeliveries(
            Deliveries deliveries,
            Products products,
            Popularities popularities,
            PopularitySettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.products = products;
        this.popularities = popularities;
        this.settings = settings;
        this.clock = clock;
        this.rounds = new Rounds("popularity", settings.sweep(), this::round);
    }

    /** All that were stored until then and are not counted yet. */
    void count(Instant until) {
        var some = deliveries.stored(popularities.countedUntil(), until, settings.batch());
        while (!some.isEmpty()) {
            var end = some.getLast().storedAt();
            countEach(some, end);
            popularities.countedUntil(end);
            some = deliveries.stored(end, until, settings.batch());
        }
    }

    private void countEach(List<Delivery> some, Instant end) {
        var skus = some.stream()
                .flatMap(delivery -> delivery.skus().stream())
                .distinct()
                .toList();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var counted = products.ofSkus(skus).stream()
                    .flatMap(product -> count(product, some, end))
                    .toList();
            if (popularities.store(counted, clock.instant())) {
                return;
            }
        }
        throw new IllegalStateException("others change these products all the time");
    }

    private Stream<Counted> count(Product product, List<Delivery> some, Instant end) {
        var known = product.popularity();
        var since = known == null ? Instant.EPOCH : known.asOf();
        var news = some.stream()
                .filter(delivery ->
                        delivery.storedAt().isAfter(since) && delivery.skus().contains(product.sku()))
                .map(Delivery::at)
                .toList();
        return news.isEmpty()
                ? Stream.empty()
                : Stream.of(new Counted(product, product.bought(news, end, settings.halfLife())));
    }

    private void round() {
        count(clock.instant().minus(SETTLED));
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
