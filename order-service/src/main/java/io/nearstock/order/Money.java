package io.nearstock.order;

import java.util.Currency;

/** An exact amount: minor units (pence, cents, whole yen) of an ISO 4217 currency. Overflow fails. */
public record Money(long amount, String currency) {

    public Money {
        Currency.getInstance(currency); // refuses what is no currency
    }

    /** Whether amounts can be in it: ISO 4217 also has codes, such as gold's, without a minor unit. */
    public static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
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
