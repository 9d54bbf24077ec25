package io.nearstock.order;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An offer that stands until it expires.
 *
 * @param plan why the shipments are as they are, in inventory's words
 * @param fromCart the cart is cleared of it once it is ordered
 */
public record Checkout(
        @BsonId String id, Offer offer, String plan, boolean fromCart, Instant createdAt, Instant expiresAt) {}
