package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.Money;
import io.nearstock.inventory.Offer;

/**
 * What a product can be bought for today.
 *
 * @param minimumQuantity the fewest units of an order
 * @param packSize units come in whole packs
 * @param leadTimeDays until what is ordered today is there, whatever the days
 * @param leadTimeDeviation standard deviation of the lead time, in days
 */
public record SupplyOffer(
        String supplierId,
        Money unitCost,
        int minimumQuantity,
        int packSize,
        int leadTimeDays,
        double leadTimeDeviation) {

    static SupplyOffer of(Offer offer, int leadTimeDays, double variation) {
        return new SupplyOffer(
                offer.supplierId(),
                offer.unitCost(),
                offer.minimumQuantity(),
                offer.packSize(),
                leadTimeDays,
                leadTimeDays * variation);
    }

    /** The least that can be ordered and is at least that much. */
    int rounded(int wanted) {
        var units = Math.max(wanted, minimumQuantity);
        return Math.ceilDiv(units, packSize) * packSize;
    }

    boolean sells(int quantity) {
        return rounded(quantity) == quantity;
    }

    /** Whether it costs the same, in the same packs. */
    boolean hasTermsOf(SupplyOffer other) {
        return supplierId.equals(other.supplierId)
                && unitCost.equals(other.unitCost)
                && minimumQuantity == other.minimumQuantity
                && packSize == other.packSize;
    }
}
