package io.nearstock.notification;

import java.time.Instant;

/** A product on somebody's wish list costs less than before. */
public record PriceDropped(String customerId, String productId, String sku, Money before, Money price, Instant at) {

    /** Which drop: a wish may be taken off the list and put there again. */
    public String subject() {
        return customerId + "." + productId + "." + at.toEpochMilli();
    }
}
