package io.nearstock.inventory;

import java.util.Currency;
import java.util.List;

/**
 * An exact amount: minor units (pence, cents) of an ISO 4217 currency. With a unit cost of at most {@value #HIGHEST_COST} no
 * sum of an order is beyond what there are numbers for; what was stored before there was a limit ends at the largest
 * number, so that it can be read.
 */
public record Money(long amount, String currency) {

    /** What a unit may cost at most. */
    public static final long HIGHEST_COST = 1_000_000_000;

    public Money {
        Currency.getInstance(currency); // refuses what is no currency
    }

    /** Whether amounts can be in it: ISO 4217 also has codes, such as gold's, without a minor unit. */
    public static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
    }

    /** The sum of amounts of one currency, of one at least. */
    static Money sum(List<Money> amounts) {
        return amounts.stream().reduce((sum, each) -> sum.plus(each.amount())).orElseThrow();
    }

    /** For a quantity that is not negative. */
    public Money times(int quantity) {
        return of(quantity > 0 && amount > Long.MAX_VALUE / quantity ? Long.MAX_VALUE : amount * quantity);
    }

    /** With more, that is not negative. */
    Money plus(long more) {
        return of(amount > Long.MAX_VALUE - more ? Long.MAX_VALUE : amount + more);
    }

    /** Another amount of this currency. */
    public Money of(long other) {
        return new Money(other, currency);
    }
}
