package io.nearstock.inventory;

import static java.util.stream.Collectors.toMap;

import io.nearstock.inventory.Departure.Delay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A hub that delivers to the destination, what it has of the wanted products, and when that could be there.
 *
 * @param delay why it would not be there sooner, but for the way
 */
record Candidate(Hub hub, double distanceKm, LocalDate promisedDate, Delay delay, Map<String, Integer> available) {

    /** How far it is as far as plans and people care. */
    long hundredMetres() {
        return Math.round(distanceKm * 10);
    }

    /** As it is shown. */
    double roundedKm() {
        return hundredMetres() / 10.0;
    }

    int has(String sku) {
        return available.getOrDefault(sku, 0);
    }

    boolean hasAny() {
        return available.values().stream().anyMatch(units -> units > 0);
    }

    /** With so much of each row, and nothing where that is below zero. */
    Candidate having(ToIntFunction<StockRow> units, List<StockRow> rows) {
        var has = rows.stream().collect(toMap(StockRow::sku, row -> Math.max(0, units.applyAsInt(row))));
        return new Candidate(hub, distanceKm, promisedDate, delay, has);
    }
}
