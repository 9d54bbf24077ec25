package io.nearstock.order;

/** One product of an order, as it was named and priced when it was ordered; the total knows the discounts. */
public record OrderLine(String sku, String productId, String name, int quantity, Money unitPrice, Money total) {}
