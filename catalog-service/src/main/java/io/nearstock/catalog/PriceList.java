package io.nearstock.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Prices that take the place of the products' own for a time. A value: a change answers with the next version.
 *
 * @param segment the only customers who have it; null where all have
 * @param currency of all its prices, for ever; null where it was opened before it was asked for
 * @param startsAt inclusive
 * @param endsAt exclusive; null where it has no end
 * @param priority of those that price a product the highest decides, then the newest
 */
public record PriceList(
        @BsonId String id,
        String name,
        @Nullable String segment,
        @Nullable String currency,
        Instant startsAt,
        @Nullable Instant endsAt,
        int priority,
        Instant createdAt,
        Instant changedAt,
        long version) {

    /** In which they are asked for a price. */
    public static final Comparator<PriceList> ORDER = Comparator.comparingInt(PriceList::priority)
            .thenComparing(PriceList::id)
            .reversed();

    /** At first all lists were in the catalogue's. */
    public String currencyOr(String usual) {
        return Objects.requireNonNullElse(currency, usual);
    }

    public boolean runs(Instant now) {
        return !now.isBefore(startsAt) && (endsAt == null || now.isBefore(endsAt));
    }

    /** Whether it is for a customer of these segments. */
    public boolean isFor(Collection<String> segments) {
        return segment == null || segments.contains(segment);
    }
}
