package io.nearstock.catalog.quality.watch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.nearstock.catalog.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the goods came from that are complained of. */
final class Blame {

    private Blame() {}

    /** The lot of most of them, else the supplier of most, else what is known of all. */
    static Origin origin(List<Reading> low, Origin known) {
        var origins = low.stream()
                .flatMap(reading -> Stream.ofNullable(reading.origin()))
                .toList();
        var lots = origins.stream().filter(origin -> origin.lot() != null);
        var suppliers = origins.stream()
                .filter(origin -> origin.supplierId() != null)
                .map(origin -> new Origin(null, origin.supplierId()));
        return most(lots, low.size()).or(() -> most(suppliers, low.size())).orElse(known);
    }

    private static Optional<Origin> most(Stream<Origin> some, int of) {
        return some.collect(groupingBy(identity(), counting())).entrySet().stream()
                .filter(entry -> 2 * entry.getValue() > of)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
