package io.nearstock.inventory;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier asks for a product.
 *
 * @param minimumQuantity the fewest units of an order
 * @param packSize units come in whole packs
 * @param validFrom the first day it counts; null for always
 * @param validUntil the last one
 */
public record Offer(
        @BsonId String id,
        String supplierId,
        String sku,
        Money unitCost,
        int minimumQuantity,
        int packSize,
        int leadTimeDays,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public static Offer of(
            String supplierId,
            String sku,
            Money unitCost,
            int minimumQuantity,
            int packSize,
            int leadTimeDays,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        return new Offer(
                id(supplierId, sku),
                supplierId,
                sku,
                unitCost,
                minimumQuantity,
                packSize,
                leadTimeDays,
                validFrom,
                validUntil);
    }

    static String id(String supplierId, String sku) {
        return supplierId + "#" + sku;
    }

    /** Never at a cost that is no longer taken, as could be offered once. */
    public boolean isValidOn(LocalDate day) {
        return unitCost.amount() <= Money.HIGHEST_COST
                && (validFrom == null || !day.isBefore(validFrom))
                && (validUntil == null || !day.isAfter(validUntil));
    }
}
