package io.nearstock.order;

/** What a promotion took off a line, as it was explained when it was ordered. */
public record Discount(String promotionId, String name, Money amount) {}
