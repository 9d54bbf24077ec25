package io.nearstock.catalog.quote;

import io.nearstock.catalog.Discount;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.Use;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a quote needs of promotions that there is not an endless amount of, in the order of the rows. */
final class LimitedUses {

    private LimitedUses() {}

    /** Without a customer nothing is asked of a customer's share. */
    static List<Use> of(Quote quote, List<Promotion> running, @Nullable String customerId) {
        return running.stream()
                .filter(promotion -> !promotion.terms().limits().isNone())
                .flatMap(promotion -> of(promotion, spend(quote, promotion), customerId))
                .sorted((one, other) -> one.allowance().compareTo(other.allowance()))
                .toList();
    }

    private static Stream<Use> of(Promotion promotion, long spend, @Nullable String customerId) {
        return spend == 0 ? Stream.empty() : promotion.uses(spend, customerId);
    }

    private static long spend(Quote quote, Promotion promotion) {
        return quote.lines().stream()
                .flatMap(line -> line.discounts().stream())
                .filter(discount -> discount.promotionId().equals(promotion.id()))
                .map(Discount::amount)
                .mapToLong(amount -> amount.amount())
                .sum();
    }
}
