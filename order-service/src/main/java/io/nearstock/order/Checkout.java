package io.nearstock.order;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An offer that stands until it expires.
 *
 * @param plan why the shipments are as they are, in inventory's words
 * @param fromCart the cart is cleared of it once it is ordered
 * @param coupon the one that was named, or that was in the cart
 */
public record Checkout(
        @BsonId String id,
        Offer offer,
        String plan,
        boolean fromCart,
        @Nullable String coupon,
        Instant createdAt,
        Instant expiresAt) {}
