package io.nearstock.catalog.quote;

import io.nearstock.catalog.Discount;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.Use;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a quote needs of promotions that there is not an endless amount of, in the order of the rows. */
final class LimitedUses {

    private LimitedUses() {}

    /** Without a customer nothing is asked of a customer's share. */
    static List<Use> of(Quote quote, List<Promotion> running, @Nullable String customerId, String usual) {
        return running.stream()
                .filter(promotion -> !promotion.terms().limits().isNone())
                .flatMap(promotion ->
                        spend(quote, promotion).stream().flatMap(spend -> promotion.uses(spend, customerId, usual)))
                .sorted((one, other) -> one.allowance().compareTo(other.allowance()))
                .toList();
    }

    /** Empty where it takes nothing off. */
    private static Optional<Money> spend(Quote quote, Promotion promotion) {
        return quote.lines().stream()
                .flatMap(line -> line.discounts().stream())
                .filter(discount -> discount.promotionId().equals(promotion.id()))
                .map(Discount::amount)
                .reduce(Money::plus)
                .filter(spend -> spend.amount() != 0);
    }
}
