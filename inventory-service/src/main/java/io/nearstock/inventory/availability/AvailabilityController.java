package io.nearstock.inventory.availability;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Distances;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Near;
import io.nearstock.inventory.Promise;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class AvailabilityController {

    private static final int MOST_SKUS = 100;

    record Availability(List<Item> items) {}

    /**
     * One product.
     *
     * @param hubs that have some and deliver there, the nearest first
     * @param total of these hubs
     * @param backOrders what can be ordered before it comes
     */
    record Item(
            String sku, long total, List<HubAvailability> hubs, List<Incoming> incoming, List<BackOrder> backOrders) {}

    /**
     * What a hub sells before it comes.
     *
     * @param shipsOn the day from which it is promised to leave
     */
    record BackOrder(String hubId, int quantity, LocalDate shipsOn) {

        static Stream<BackOrder> of(StockRow row) {
            var terms = row.backOrder();
            return terms == null || row.owed() >= terms.limit()
                    ? Stream.empty()
                    : Stream.of(new BackOrder(row.hubId(), terms.limit() - row.owed(), terms.shipsOn()));
        }
    }

    record HubAvailability(
            String hubId,
            String name,
            @Nullable String landmark,

            @Nullable Double distanceKm,

            int available,

            @Nullable LocalDate promisedDate) {}

    /**
     * What is to come to a hub.
     *
     * @param expectedOn when the first of it is to be there; null for what comes from other hubs
     */
    record Incoming(String hubId, int quantity, @Nullable LocalDate expectedOn) {}

    private final Stock stock;
    private final Hubs hubs;
    private final Distances distances;
    private final Promise promise;
    private final Expected expected;
    private final Clock clock;

    AvailabilityController(
            Stock stock, Hubs hubs, Distances distances, Promise promise, Expected expected, Clock clock) {
        this.stock = stock;
        this.hubs = hubs;
        this.distances = distances;
        this.promise = promise;
        this.expected = expected;
        this.clock = clock;
    }

    @GetMapping("/api/availability")
    Availability availability(
            @RequestParam String skus, @RequestParam @Nullable String near, @RequestParam @Nullable Double radiusKm) {
        var place = Near.of(near, radiusKm);
        var wanted = wanted(skus);
        var rows = stock.of(wanted).stream().collect(groupingBy(StockRow::sku));
        return new Availability(wanted.stream()
                .map(sku -> item(sku, rows.getOrDefault(sku, List.of()), place))
                .toList());
    }

    private static List<String> wanted(String skus) {
        var wanted = Arrays.stream(skus.split(",", -1))
                .map(String::strip)
                .filter(sku -> !sku.isEmpty())
                .distinct()
                .toList();
        if (wanted.isEmpty() || wanted.size() > MOST_SKUS) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "invalid_parameter", "skus", "Name 1 to " + MOST_SKUS + " SKUs: skus=a,b.");
        }
        return wanted;
    }

    private Item item(String sku, List<StockRow> rows, Near place) {
        var near = rows.stream()
                .filter(row -> row.available() > 0)
                .flatMap(row -> at(row, place))
                .sorted(comparingDouble((HubAvailability hub) -> Objects.requireNonNullElse(hub.distanceKm(), 0.0))
                        .thenComparing(HubAvailability::hubId))
                .toList();
        var incoming = rows.stream()
                .filter(row -> row.incoming() > 0)
                .map(row -> new Incoming(row.hubId(), row.incoming(), expected.firstOf(row.sku(), row.hubId())))
                .sorted(comparing(Incoming::hubId))
                .toList();
        var total = near.stream().mapToLong(HubAvailability::available).sum();
        var later = rows.stream()
                .flatMap(BackOrder::of)
                .sorted(comparing(BackOrder::hubId))
                .toList();
        return new Item(sku, total, near, incoming, later);
    }

    private Stream<HubAvailability> at(StockRow row, Near place) {
        return hubs.known(row.hubId()).stream().flatMap(hub -> {
            var km = place.km(hub, distances);
            if (km == null) {
                return Stream.of(
                        new HubAvailability(hub.id(), hub.name(), hub.landmark(), null, row.available(), null));
            }
            return hub.serves(km) && place.reaches(km)
                    ? Stream.of(new HubAvailability(
                            hub.id(),
                            hub.name(),
                            hub.landmark(),
                            Math.round(km * 10) / 10.0,
                            row.available(),
                            promise.date(hub, km, clock.instant())))
                    : Stream.empty();
        });
    }
}
