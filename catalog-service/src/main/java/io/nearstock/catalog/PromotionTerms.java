package io.nearstock.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What staff promise by a promotion.
 *
 * @param skus the products it is about; with no SKU and no category it is about everything
 * @param categories category paths, each with all that is below it
 * @param season a name for reports, such as {@code winter}
 * @param startsAt inclusive
 * @param endsAt exclusive
 * @param coupon the code, in capitals, that must be given; null where everybody has it
 * @param segment the only customers who have it; null where all have
 * @param limits how much of it there is
 * @param combinable whether it may reduce a basket together with others
 * @param priority of those that are combined the highest comes first, then the oldest
 */
public record PromotionTerms(
        String name,
        Benefit benefit,
        List<String> skus,
        List<String> categories,
        @Nullable String season,
        Instant startsAt,
        Instant endsAt,
        @Nullable String coupon,
        @Nullable String segment,
        Limits limits,
        boolean combinable,
        int priority) {

    /** Promotions that were announced before there were limits have none. */
    public PromotionTerms {
        limits = Objects.requireNonNullElse(limits, Limits.NONE);
    }

    /** Whether it is for a customer of these segments. */
    public boolean isFor(Collection<String> segments) {
        return segment == null || segments.contains(segment);
    }

    /** Whether it says nothing in another currency. */
    public boolean canBeIn(String other) {
        return currency().map(other::equals).orElse(true);
    }

    /** In which what it takes off is counted: that of its amounts or, where it names none, the usual one. */
    public String currencyOr(String usual) {
        return currency().orElse(usual);
    }

    private Optional<String> currency() {
        return limits.spend() == null
                ? benefit.currency()
                : Optional.of(limits.spend().currency());
    }

    public boolean runs(Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt);
    }

    public boolean isAbout(Product product) {
        return (skus.isEmpty() && categories.isEmpty())
                || skus.contains(product.sku())
                || categories.stream()
                        .anyMatch(category -> isIn(product.details().category(), category));
    }

    private static boolean isIn(String path, String category) {
        return path.equals(category) || path.startsWith(category + "/");
    }
}
