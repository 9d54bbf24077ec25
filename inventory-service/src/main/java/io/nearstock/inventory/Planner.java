package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
        var rows = stock.of(demand.keySet()).stream().filter(row -> row.available() > 0);
        var candidates = rows.collect(groupingBy(StockRow::hubId)).entrySet().stream()
                .flatMap(hub -> candidate(hub.getKey(), hub.getValue(), destination, now))
                .sorted(NEAREST_FIRST)
                .toList();
        return Sourcing.plan(demand, candidates);
    }

    private Stream<Candidate> candidate(String hubId, List<StockRow> rows, Position destination, Instant now) {
        return hubs.known(hubId).stream().flatMap(hub -> {
            var km = distances.km(hub.position(), destination);
            var available = rows.stream().collect(toMap(StockRow::sku, StockRow::available));
            return hub.serves(km)
                    ? Stream.of(new Candidate(hub, km, promise.date(km, now), available))
                    : Stream.empty();
        });
    }
}
