package io.nearstock.catalog;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A shipment that has reached its customer.
 *
 * @param units how many of each; null in old ones, which count as one each
 * @param at when it did
 * @param storedAt when this service heard of it
 */
public record Delivery(
        @BsonId String id,
        String orderId,
        String customerId,
        List<String> skus,
        @Nullable List<Units> units,
        Instant at,
        Instant storedAt) {

    /** So many units of a product. */
    public record Units(String sku, int quantity) {}

    public static Delivery of(
            String orderId, String shipmentId, String customerId, List<Units> units, Instant at, Instant storedAt) {
        var skus = units.stream().map(Units::sku).distinct().toList();
        return new Delivery(orderId + "/" + shipmentId, orderId, customerId, skus, units, at, storedAt);
    }

    int unitsOf(String sku) {
        return units == null
                ? 1
                : units.stream()
                        .filter(each -> each.sku().equals(sku))
                        .mapToInt(Units::quantity)
                        .sum();
    }
}
