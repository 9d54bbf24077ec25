package io.nearstock.catalog.promotion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.catalog.Allowance;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Promotion;
import org.jspecify.annotations.Nullable;

/** How much of a promotion's budget is used, and what is left of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsageView(
        long uses,
        Money spend,
        @Nullable Long usesLeft,
        @Nullable Money spendLeft) {

    static UsageView of(Promotion promotion, Allowance used, String currency) {
        var limits = promotion.terms().limits();
        var spend = new Money(used.spend(), currency);
        return new UsageView(
                used.uses(),
                spend,
                limits.uses() == null ? null : Math.max(0, limits.uses() - used.uses()),
                limits.spend() == null ? null : left(limits.spend(), spend));
    }

    /** Staff may have lowered a budget below what is used. */
    private static Money left(Money limit, Money used) {
        return new Money(Math.max(0, limit.amount() - used.amount()), limit.currency());
    }
}
