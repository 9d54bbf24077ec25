package io.nearstock.inventory.replenishment;

import org.jspecify.annotations.Nullable;

/**
 * What a hub should get of a product, and why.
 *
 * @param quantity whole packs and at least the minimum, where it is bought
 * @param position available and on order
 * @param offer whose; null where nobody offers it
 * @param donor the hub that has it to spare; where it is named, nothing is bought
 */
public record Need(
        int quantity,
        int position,
        int reorderPoint,
        int orderUpTo,
        int leadTimeDays,
        double mean,
        double deviation,
        @Nullable SupplyOffer offer,
        @Nullable Donor donor) {

    /** A hub with more than it will want itself. */
    public record Donor(String hubId, double distanceKm) {}

    int missing() {
        return orderUpTo - position;
    }

    Need from(Donor other, int units) {
        return new Need(units, position, reorderPoint, orderUpTo, leadTimeDays, mean, deviation, offer, other);
    }

    /** Whether so many can be had. */
    boolean allows(int units) {
        return donor != null || offer == null || offer.sells(units);
    }

    /** Neither sold nor to spare anywhere. */
    boolean isUnmet() {
        return offer == null && donor == null;
    }
}
