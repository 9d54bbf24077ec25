package io.nearstock.inventory;

import java.time.LocalDate;
import java.util.Map;

/** A hub that delivers to the destination, what it has of the wanted products, and when that could be there. */
record Candidate(Hub hub, double distanceKm, LocalDate promisedDate, Map<String, Integer> available) {

    /** How far it is as far as plans and people care. */
    long hundredMetres() {
        return Math.round(distanceKm * 10);
    }

    int has(String sku) {
        return available.getOrDefault(sku, 0);
    }
}
