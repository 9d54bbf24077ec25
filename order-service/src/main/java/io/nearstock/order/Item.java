package io.nearstock.order;

/** So many units of a product. */
public record Item(String sku, int quantity) {

    /** More of one product is a misprint, not an order. */
    public static final int MOST = 1_000_000;
}
