package io.nearstock.catalog.search;

import static java.util.Comparator.comparingDouble;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is where, as inventory-service last said: a column in memory beside the index, so that stock that moves never
 * touches the index. Any message may come twice or late: only a higher sequence counts.
 */
@Component
final class StockBoard {

    /** A hub that has some, and how far it is. */
    record Source(String hubId, String name, double kilometres, long available) {}

    private record Hub(String name, GeoPoint position, long sequence) {}

    private final Map<String, SkuStock> stock = new ConcurrentHashMap<>();
    private final Map<String, Hub> hubs = new ConcurrentHashMap<>();

    void level(String sku, String hubId, long available, long sequence) {
        of(sku).tell(new SkuStock.Level(hubId, available, sequence));
    }

    void hub(String hubId, String name, GeoPoint position, long sequence) {
        hubs.merge(
                hubId,
                new Hub(name, position, sequence),
                (known, told) -> told.sequence() > known.sequence() ? told : known);
    }

    SkuStock of(String sku) {
        return stock.computeIfAbsent(sku, _ -> new SkuStock());
    }

    /** Whether any hub has some; near the shopper, where that is asked. */
    boolean has(SkuStock sku, @Nullable Vicinity vicinity) {
        return vicinity == null
                ? sku.anywhere()
                : sources(sku, vicinity).findAny().isPresent();
    }

    /** The nearest hub that has some, within the radius. */
    Optional<Source> nearest(SkuStock sku, Vicinity vicinity) {
        return sources(sku, vicinity).min(comparingDouble(Source::kilometres).thenComparing(Source::hubId));
    }

    private Stream<Source> sources(SkuStock sku, Vicinity vicinity) {
        return sku.available().flatMap(level -> {
            var hub = hubs.get(level.hubId());
            return hub == null ? Stream.of() : source(level, hub, vicinity).stream();
        });
    }

    private static Optional<Source> source(SkuStock.Level level, Hub hub, Vicinity vicinity) {
        var kilometres = hub.position().kilometresTo(vicinity.centre());
        return kilometres > vicinity.radiusKm()
                ? Optional.empty()
                : Optional.of(new Source(level.hubId(), hub.name(), kilometres, level.available()));
    }
}
