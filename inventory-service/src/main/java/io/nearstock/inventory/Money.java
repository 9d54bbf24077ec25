package io.nearstock.inventory;

import java.util.Currency;

/** An exact amount: minor units (pence, cents) of an ISO 4217 currency. Overflow fails. */
public record Money(long amount, String currency) {

    public Money {
        Currency.getInstance(currency); // refuses what is no currency
    }

    public Money times(int quantity) {
        return of(Math.multiplyExact(amount, quantity));
    }

    /** Another amount of this currency. */
    public Money of(long other) {
        return new Money(other, currency);
    }
}
