package io.nearstock.catalog;

import java.util.Currency;

/** An exact amount: minor units (pence, cents) of an ISO 4217 currency. Overflow fails, nothing is ever rounded. */
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
        return new Money(Math.addExact(amount, sameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other)), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }

    private long sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return other.amount;
    }
}
