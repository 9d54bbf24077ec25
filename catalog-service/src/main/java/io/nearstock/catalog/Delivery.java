package io.nearstock.catalog;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A shipment that has reached its customer.
 *
 * @param at when it did
 * @param storedAt when this service heard of it
 */
public record Delivery(
        @BsonId String id, String orderId, String customerId, List<String> skus, Instant at, Instant storedAt) {

    public static Delivery of(
            String orderId, String shipmentId, String customerId, List<String> skus, Instant at, Instant storedAt) {
        return new Delivery(orderId + "/" + shipmentId, orderId, customerId, skus, at, storedAt);
    }
}
