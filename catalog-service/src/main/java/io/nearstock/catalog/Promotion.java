package io.nearstock.catalog;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A promise to take something off the price for a time. A value: a change answers with the next version. */
public record Promotion(@BsonId String id, PromotionTerms terms, Instant createdAt, Instant changedAt, long version) {

    /** In which those that are combined reduce a basket. */
    public static final Comparator<Promotion> ORDER = Comparator.comparingInt(
                    (Promotion promotion) -> -promotion.terms().priority())
            .thenComparing(Promotion::id);

    public static Promotion announce(String id, PromotionTerms terms, Instant now) {
        return new Promotion(id, terms, now, now, 1);
    }

    public Promotion promise(PromotionTerms next, Instant now) {
        return new Promotion(id, next, createdAt, now, version + 1);
    }

    public boolean needsCoupon() {
        return terms.coupon() != null;
    }

    /** What a basket that it reduces by so much needs of its allowances, where the usual currency is this. */
    public Stream<Use> uses(Money spend, @Nullable String customerId, String usual) {
        var limits = terms.limits();
        var budget = limits.hasBudget() ? Stream.of(Use.ofBudget(this, spend, usual)) : Stream.<Use>empty();
        return limits.perCustomer() == null || customerId == null
                ? budget
                : Stream.concat(budget, Stream.of(Use.ofCustomer(this, customerId, limits.perCustomer())));
    }
}
