package io.nearstock.catalog;

/** What a promotion takes off a line. */
public record Discount(String promotionId, String name, Money amount) {}
