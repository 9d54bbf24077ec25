package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The share of units that is usual to come back in a category, of some of its products, counted once in a while. It is drawn towards
 * that of the settings as if {@code 100} other units had come back like that: with {@code r} of {@code n} units, (r + 100 s) / (n + 100),
 * the mean of a Beta(100 s, 100 (1 - s)) distribution once it has seen them (Gelman et al., Bayesian Data Analysis, 3rd edition, 2.4).
 */
@Component
final class UsualReturns {

    static final Duration MEMORY = Duration.ofDays(365);

    private static final Duration FRESH = Duration.ofHours(6);
    private static final int MOST_CATEGORIES = 500;
    private static final int MOST_PRODUCTS = 200;

    /** So many units tell a share to a fraction of a percent. */
    private static final int ENOUGH = 20_000;

    /** Of these products, all of which are looked at alike. */
    private record Known(Batch all, Set<String> products, Instant until) {}

    private final Products products;
    private final SentUnits sent;
    private final WatchSettings settings;
    private final Clock clock;
    private final Map<String, Known> categories = new ConcurrentHashMap<>();

    UsualReturns(Products products, SentUnits sent, WatchSettings settings, Clock clock) {
        this.products = products;
        this.sent = sent;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * In the product's category, but for the product: else one that is bad from its first day on would be measured by itself.
     *
     * @param own units of the product in the time that is looked at
     */
    double elsewhere(Product product, Batch own) {
        var known = in(product.details().category());
        var others = known.products().contains(product.id()) ? own.rest(known.all()) : known.all();
        return others.share(settings.usualReturns());
    }

    private Known in(String category) {
        if (categories.size() > MOST_CATEGORIES) {
            categories.clear();
        }
        var now = clock.instant();
        var known = categories.get(category);
        if (known == null || !now.isBefore(known.until())) {
            known = count(category, now);
            categories.put(category, known);
        }
        return known;
    }

    private Known count(String category, Instant now) {
        var all = new Batch(0, 0);
        var counted = new HashSet<String>();
        for (var product : products.inCategory(category, MOST_PRODUCTS)) {
            if (all.units() >= ENOUGH) {
                break;
            }
            var units = sent.of(product.sku(), now.minus(MEMORY), now);
            if (units.isKnown()) {
                all = all.and(units);
                counted.add(product.id());
            }
        }
        return new Known(all, counted, now.plus(FRESH));
    }
}
