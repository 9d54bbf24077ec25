package io.nearstock.catalog.search;

import static java.util.Comparator.comparingDouble;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is where, as inventory-service last said: a column in memory beside the index, so that stock that moves never
 * touches the index. Any message may come twice or late: only a higher sequence counts.
 */
@Component
final class StockBoard {

    private record Level(long available, long sequence) {}

    private record Hub(String name, GeoPoint position, long sequence) {}

    private final Map<String, Map<String, Level>> levelsBySku = new ConcurrentHashMap<>();
    private final Map<String, Hub> hubs = new ConcurrentHashMap<>();

    void level(String sku, String hubId, long available, long sequence) {
        levelsBySku
                .computeIfAbsent(sku, _ -> new ConcurrentHashMap<>())
                .merge(
                        hubId,
                        new Level(available, sequence),
                        (known, told) -> told.sequence() > known.sequence() ? told : known);
    }

    void hub(String hubId, String name, GeoPoint position, long sequence) {
        hubs.merge(
                hubId,
                new Hub(name, position, sequence),
                (known, told) -> told.sequence() > known.sequence() ? told : known);
    }

    /** Whether any hub has some; near the shopper, where that is asked. */
    boolean inStock(String sku, @Nullable Vicinity vicinity) {
        return available(sku).anyMatch(vicinity == null ? _ -> true : within(vicinity));
    }

    /** The nearest hub that has some, within the radius. */
    Optional<NearestHub> nearest(String sku, Vicinity vicinity) {
        return available(sku)
                .flatMap(stock -> nearby(stock, vicinity).stream())
                .min(comparingDouble(NearestHub::distanceKm));
    }

    private Stream<Map.Entry<String, Level>> available(String sku) {
        return levelsBySku.getOrDefault(sku, Map.of()).entrySet().stream()
                .filter(stock -> stock.getValue().available() > 0);
    }

    private Predicate<Map.Entry<String, Level>> within(Vicinity vicinity) {
        return stock -> nearby(stock, vicinity).isPresent();
    }

    private Optional<NearestHub> nearby(Map.Entry<String, Level> stock, Vicinity vicinity) {
        var hub = hubs.get(stock.getKey());
        if (hub == null) {
            return Optional.empty();
        }
        var distance = hub.position().kilometresTo(vicinity.centre());
        return distance > vicinity.radiusKm()
                ? Optional.empty()
                : Optional.of(new NearestHub(
                        stock.getKey(),
                        hub.name(),
                        Math.round(distance * 10) / 10.0,
                        stock.getValue().available()));
    }
}
