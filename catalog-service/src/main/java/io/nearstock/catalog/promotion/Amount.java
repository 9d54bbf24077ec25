package io.nearstock.catalog.promotion;

import io.nearstock.catalog.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/** Money as staff write it: minor units above zero. */
record Amount(
        @Positive @Max(10_000_000_000L) long amount,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

    Money money() {
        return new Money(amount, currency);
    }

    static Amount of(Money money) {
        return new Amount(money.amount(), money.currency());
    }
}
