package io.nearstock.order;

import java.util.Currency;

/** An exact amount: minor units (pence, cents) of an ISO 4217 currency. Overflow fails. */
public record Money(long amount, String currency) {

    public Money {
        Currency.getInstance(currency); // refuses what is no currency
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return of(Math.addExact(amount, other.amount));
    }

    /** A part in whole minor units, half a unit rounded up. */
    public Money percent(int percent) {
        return of(Math.addExact(Math.multiplyExact(amount, percent), 50) / 100);
    }

    /** Another amount of this currency. */
    public Money of(long other) {
        return new Money(other, currency);
    }
}
