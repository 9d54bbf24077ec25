package io.nearstock.catalog.search;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is where, as inventory-service last said: columns in memory beside the index, so that stock that moves never
 * touches the index. Any message may come twice or late: only a higher sequence counts. Each hub has a bit for each SKU, so
 * that what is in any of some hubs is known of all SKUs at once (bitmap indexes, O'Neil 1987).
 */
@Component
final class StockBoard {

    /** A hub that has some, and how far it is. */
    record Source(String hubId, String name, double kilometres, long available) {}

    /** A hub within a radius, and what it has. */
    record NearHub(double kilometres, StockBits has) {}

    private record Hub(String name, GeoPoint position, long sequence) {}

    private final Map<String, SkuStock> stock = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Hub> hubs = new ConcurrentHashMap<>();
    private final Map<String, StockBits> has = new ConcurrentHashMap<>();
    private final StockBits anywhere = new StockBits();

    void level(String sku, String hubId, long available, long sequence) {
        of(sku).tell(new SkuStock.Level(hubId, available, sequence), has(hubId), anywhere);
    }

    void hub(String hubId, String name, GeoPoint position, long sequence) {
        hubs.merge(
                hubId,
                new Hub(name, position, sequence),
                (known, told) -> told.sequence() > known.sequence() ? told : known);
    }

    SkuStock of(String sku) {
        return stock.computeIfAbsent(sku, _ -> new SkuStock(numbers.getAndIncrement()));
    }

    /** The SKUs, by their numbers, that any hub has; one near the shopper, where that is asked. */
    FixedBitSet inStock(@Nullable Vicinity vicinity) {
        var skus = new FixedBitSet(numbers.get());
        if (vicinity == null) {
            anywhere.addTo(skus.getBits());
        } else {
            near(vicinity).forEach(hub -> hub.has().addTo(skus.getBits()));
        }
        return skus;
    }

    /** The nearest first. */
    List<NearHub> near(Vicinity vicinity) {
        return hubs.entrySet().stream()
                .map(hub -> new NearHub(hub.getValue().position().kilometresTo(vicinity.centre()), has(hub.getKey())))
                .filter(hub -> hub.kilometres() <= vicinity.radiusKm())
                .sorted(comparingDouble(NearHub::kilometres))
                .toList();
    }

    /** The nearest hub that has some, within the radius. */
    Optional<Source> nearest(SkuStock sku, Vicinity vicinity) {
        return sources(sku, vicinity).min(comparingDouble(Source::kilometres).thenComparing(Source::hubId));
    }

    private StockBits has(String hubId) {
        return has.computeIfAbsent(hubId, _ -> new StockBits());
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
