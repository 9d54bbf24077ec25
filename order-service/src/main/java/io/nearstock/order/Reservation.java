package io.nearstock.order;

import java.util.concurrent.ThreadLocalRandom;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The note, made before any stock is claimed, that an order is being placed: whoever finds it after a crash knows which
 * hold to give back. It lives where the order will, so that an order can be placed only while its note stands.
 *
 * @param checkoutId null where the order makes a hold of its own
 * @param redeems uses of promotions may be claimed for it
 */
public record Reservation(
        @BsonId String id, String holdId, @Nullable String checkoutId, boolean redeems, long version) {

    private static final long VERSIONS = 1L << 48;

    /** Its version begins anywhere: nobody who was late for an earlier note of this order takes this one for that. */
    public static Reservation of(String orderId, String holdId, @Nullable String checkoutId, boolean redeems) {
        return new Reservation(
                orderId,
                holdId,
                checkoutId,
                redeems,
                ThreadLocalRandom.current().nextLong(VERSIONS));
    }
}
