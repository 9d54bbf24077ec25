package io.nearstock.inventory;

import io.nearstock.inventory.Departure.Delay;
import java.time.LocalDate;
import java.util.Map;

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

    int has(String sku) {
        return available.getOrDefault(sku, 0);
    }
}
