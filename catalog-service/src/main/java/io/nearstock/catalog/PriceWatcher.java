package io.nearstock.catalog;

import java.time.Instant;

/** Wants to hear each product's price after each change of the product, and bears to hear it again. */
public interface PriceWatcher {

    /** What a version of a product costs; versions come in order, but some may be missing. */
    record Priced(String productId, String sku, Money price, Instant at, long version) {}

    void see(Priced priced);
}
