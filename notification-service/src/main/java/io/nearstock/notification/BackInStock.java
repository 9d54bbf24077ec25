package io.nearstock.notification;

/** What somebody waits for can be had again. */
public record BackInStock(String subscriptionId, String sku, String customerId) {}
