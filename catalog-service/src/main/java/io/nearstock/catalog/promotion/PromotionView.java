package io.nearstock.catalog.promotion;

import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.promotion.PromotionDraft.Budget;
import io.nearstock.catalog.promotion.PromotionDraft.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A promotion as staff see it. */
record PromotionView(
        String id,
        String name,
        String kind,
        BenefitDraft benefit,
        Target target,
        @Nullable String season,
        Instant startsAt,
        Instant endsAt,
        @Nullable String coupon,
        @Nullable String segment,
        @Nullable Budget budget,
        @Nullable Integer perCustomerLimit,
        boolean combinable,
        int priority,
        Instant createdAt,
        Instant changedAt) {

    static PromotionView of(Promotion promotion) {
        var terms = promotion.terms();
        return new PromotionView(
                promotion.id(),
                terms.name(),
                terms.benefit().kind().wireName(),
                BenefitDraft.of(terms.benefit()),
                new Target(terms.skus(), terms.categories()),
                terms.season(),
                terms.startsAt(),
                terms.endsAt(),
                terms.coupon(),
                terms.segment(),
                Budget.of(terms.limits()),
                terms.limits().perCustomer(),
                terms.combinable(),
                terms.priority(),
                promotion.createdAt(),
                promotion.changedAt());
    }
}
