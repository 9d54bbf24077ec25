package io.nearstock.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What one basket needs of an allowance: one use, and what the promotion takes off.
 *
 * @param allowance the promotion's own, or a customer's share of it
 * @param spend in minor units of the promotion's currency
 * @param mostUses at which the allowance ends; null where uses are not limited
 * @param mostSpend at which it ends, in minor units; null where spend is not limited
 */
public record Use(
        String allowance,
        String promotionId,
        long spend,
        @Nullable Long mostUses,
        @Nullable Long mostSpend) {

    /** Of the promotion's budget; amounts of two currencies are never added, so others than the promotion's are not counted. */
    static Use ofBudget(Promotion promotion, Money spend, String usual) {
        var limits = promotion.terms().limits();
        var mostSpend = limits.spend() == null ? null : limits.spend().amount();
        var counted = promotion.terms().currencyOr(usual).equals(spend.currency()) ? spend.amount() : 0;
        return new Use(promotion.id(), promotion.id(), counted, limits.uses(), mostSpend);
    }

    /** Of what one customer may have of it. */
    static Use ofCustomer(Promotion promotion, String customerId, int most) {
        return new Use(promotion.id() + "/" + customerId, promotion.id(), 0, (long) most, null);
    }
}
