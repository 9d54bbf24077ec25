package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plans with the stock of this moment. A plan takes nothing: who carries it out must find the stock still there. */
@Component
public final class Planner {

    private static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparingDouble(Candidate::distanceKm)
            .thenComparing(candidate -> candidate.hub().id());

    private final Hubs hubs;
    private final Stock stock;
    private final Distances distances;
    private final Promise promise;

    Planner(Hubs hubs, Stock stock, Distances distances, Promise promise) {
        this.hubs = hubs;
        this.stock = stock;
        this.distances = distances;
        this.promise = promise;
    }

    public Plan plan(List<Line> lines, Position destination, Instant now) {
        var demand = Line.total(lines);
        var rows = stock.of(demand.keySet());
        var plan = Detour.plan(demand, candidates(rows, destination, now, StockRow::available));
        if (plan.coversAll() || rows.stream().allMatch(row -> row.backOrderLimit() == 0)) {
            return plan;
        }
        var later = Sourcing.plan(
                demand, candidates(rows, destination, now, row -> row.available() + row.backOrderLimit()));
        return later.coversAll() ? new Owing(later, rows).plan((shipment, day) -> arrival(shipment, day, now)) : plan;
    }

    private LocalDate arrival(Shipment shipment, LocalDate shipsOn, Instant now) {
        var morning = promise.morningOf(shipsOn, now);
        return hubs.known(shipment.hubId())
                .map(hub -> promise.date(hub, shipment.distanceKm(), morning))
                .orElse(shipment.promisedDate());
    }

    private List<Candidate> candidates(
            List<StockRow> rows, Position destination, Instant now, ToIntFunction<StockRow> has) {
        return rows.stream()
                .filter(row -> has.applyAsInt(row) > 0)
                .collect(groupingBy(StockRow::hubId))
                .entrySet()
                .stream()
                .flatMap(hub -> candidate(hub.getKey(), hub.getValue(), destination, now, has))
                .sorted(NEAREST_FIRST)
                .toList();
    }

    private Stream<Candidate> candidate(
            String hubId, List<StockRow> rows, Position destination, Instant now, ToIntFunction<StockRow> has) {
        return hubs.known(hubId).stream()
                .map(hub -> candidate(hub, distances.km(hub.position(), destination), rows, now, has))
                .filter(candidate -> candidate.hub().serves(candidate.distanceKm()));
    }

    private Candidate candidate(Hub hub, double km, List<StockRow> rows, Instant now, ToIntFunction<StockRow> has) {
        var available = rows.stream().collect(toMap(StockRow::sku, has::applyAsInt));
        var departure = promise.departure(hub, now);
        return new Candidate(hub, km, promise.arrival(departure.day(), km), departure.delay(), available);
    }
}
