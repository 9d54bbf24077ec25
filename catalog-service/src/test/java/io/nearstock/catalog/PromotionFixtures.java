package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class PromotionFixtures {

    private PromotionFixtures() {}

    /** About everything, for everybody, for a day; combined with others. */
    public static Promotion combined(String id, Benefit benefit) {
        return promotion(id, benefit, List.of(), null, true);
    }

    /** About everything, for everybody, for a day; on its own. */
    public static Promotion alone(String id, Benefit benefit) {
        return promotion(id, benefit, List.of(), null, false);
    }

    public static Promotion withCoupon(String id, Benefit benefit, String coupon) {
        return promotion(id, benefit, List.of(), coupon, true);
    }

    public static Promotion about(String id, Benefit benefit, String... categories) {
        return promotion(id, benefit, List.of(categories), null, true);
    }

    private static Promotion promotion(
            String id, Benefit benefit, List<String> categories, @Nullable String coupon, boolean combinable) {
        var terms = new PromotionTerms(
                "Promotion " + id,
                benefit,
                List.of(),
                categories,
                null,
                NOW,
                NOW.plus(Duration.ofDays(1)),
                coupon,
                null,
                Limits.NONE,
                combinable,
                0);
        return Promotion.announce(id, terms, NOW);
    }

    /** The same with less of it. */
    public static Promotion limited(Promotion promotion, Limits limits) {
        var terms = promotion.terms();
        var limited = new PromotionTerms(
                terms.name(),
                terms.benefit(),
                terms.skus(),
                terms.categories(),
                terms.season(),
                terms.startsAt(),
                terms.endsAt(),
                terms.coupon(),
                terms.segment(),
                limits,
                terms.combinable(),
                terms.priority());
        return Promotion.announce(promotion.id(), limited, NOW);
    }

    public static Money pence(long amount) {
        return new Money(amount, "GBP");
    }
}
