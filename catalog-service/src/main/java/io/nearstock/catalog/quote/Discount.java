package io.nearstock.catalog.quote;

import io.nearstock.catalog.Money;

/** What a promotion takes off a line. */
record Discount(String promotionId, String name, Money amount) {}
