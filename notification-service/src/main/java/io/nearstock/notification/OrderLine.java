package io.nearstock.notification;

/** One product of an order, as it was named and priced when it was ordered. */
public record OrderLine(String sku, String name, int quantity, Money unitPrice, Money total) {}
