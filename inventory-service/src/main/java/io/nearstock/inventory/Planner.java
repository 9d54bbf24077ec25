package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
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
        return plan(lines, destination, stock.of(Line.total(lines).keySet()), now);
    }

    /** With the rows of these products as they were read. */
    Plan plan(List<Line> lines, Position destination, List<StockRow> rows, Instant now) {
        var demand = Line.total(lines);
        var plan = Detour.plan(demand, candidates(rows, destination, now, StockRow::available));
        if (plan.coversAll() || rows.stream().allMatch(row -> row.backOrderLimit() == 0)) {
            return plan;
        }
        var later = onBackOrder(demand, rows, destination, now);
        return later.coversAll() ? later : plan;
    }

    /** What a hub owes leaves it on a day of its own; so a hub may bring what it has before what it has not. */
    private Plan onBackOrder(
            SequencedMap<String, Integer> demand, List<StockRow> rows, Position destination, Instant now) {
        var candidates = candidates(rows, destination, now, row -> row.available() + row.backOrderLimit());
        var rowsByHub = rows.stream().collect(groupingBy(StockRow::hubId));
        return Detour.plan(
                demand,
                candidates,
                day -> candidates.stream()
                        .map(candidate -> candidate.having(
                                row -> unitsBefore(day, candidate, row, now),
                                rowsByHub.getOrDefault(candidate.hub().id(), List.of())))
                        .filter(Candidate::hasAny)
                        .toList(),
                plan -> plan.coversAll()
                        ? new Owing(plan, rows).plan((shipment, day) -> arrival(shipment, day, now))
                        : plan);
    }

    private int unitsBefore(LocalDate day, Candidate candidate, StockRow row, Instant now) {
        var terms = row.backOrder();
        if (!candidate.promisedDate().isBefore(day)) {
            return 0;
        }
        return terms != null
                        && arrival(candidate.hub(), candidate.roundedKm(), terms.shipsOn(), now)
                                .isBefore(day)
                ? row.available() + terms.limit()
                : row.available();
    }

    private LocalDate arrival(Shipment shipment, LocalDate shipsOn, Instant now) {
        return hubs.known(shipment.hubId())
                .map(hub -> arrival(hub, shipment.distanceKm(), shipsOn, now))
                .orElse(shipment.promisedDate());
    }

    private LocalDate arrival(Hub hub, double km, LocalDate shipsOn, Instant now) {
        return promise.date(hub, km, promise.morningOf(shipsOn, now));
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
