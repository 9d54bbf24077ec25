package io.nearstock.catalog.wish;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.PriceWatcher.Priced;
import java.time.Instant;

/** A product on a customer's list costs less than before; platform/contracts holds the words still. */
record PriceDropped(String customerId, String productId, String sku, Money before, Money price, Instant at) {

    static final String TYPE = "wish.price_dropped";

    static PriceDropped of(Wish wish, Priced priced) {
        return new PriceDropped(
                wish.customerId(), wish.productId(), wish.sku(), wish.price(), priced.price(), priced.at());
    }
}
