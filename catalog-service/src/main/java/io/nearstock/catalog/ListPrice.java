package io.nearstock.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What a price list says of a product: one price a unit from so many units on, and another from more.
 *
 * @param tiers none where the list says nothing of it any more
 * @param past what a single unit cost, the oldest first; null where it has stayed as it was put in before that was kept
 * @param changedAt null, so, too
 * @param version rises with each change; null, so, too
 */
public record ListPrice(
        @BsonId String id,
        String listId,
        String sku,
        List<Tier> tiers,
        @Nullable List<Was> past,
        @Nullable Instant changedAt,
        @Nullable Long version) {

    /** The price of a unit, in minor units, of whoever takes so many at least. */
    public record Tier(int from, long amount) {}

    /** What a single unit cost since then; null for nothing that the list said. */
    public record Was(@Nullable Long amount, Instant from) {}

    private static final Duration KEPT = Duration.ofDays(60);
    private static final int MOST = 200;

    public static ListPrice of(String listId, String sku, List<Tier> tiers) {
        return new ListPrice(listId + "/" + sku, listId, sku, tiers, null, null, null);
    }

    /** It was said at this moment, after what was said before, where something was. */
    ListPrice said(@Nullable ListPrice before, Instant now) {
        var all = new ArrayList<Was>();
        if (before != null) {
            all.addAll(before.everSaid());
        }
        all.add(new Was(unit(), all.isEmpty() ? now : later(all.getLast().from(), now)));
        while (all.size() > MOST
                || (all.size() > 1 && all.get(1).from().plus(KEPT).isBefore(now))) {
            all.removeFirst();
        }
        var version = before == null || before.version == null ? 1 : before.version + 1;
        return new ListPrice(id, listId, sku, tiers, List.copyOf(all), now, version);
    }

    /** Clocks of instances differ, and what was said stays in its order. */
    private static Instant later(Instant last, Instant now) {
        return last.isBefore(now) ? now : last.plusMillis(1);
    }

    /** The oldest first. */
    List<Was> everSaid() {
        return Objects.requireNonNullElseGet(past, () -> List.of(new Was(unit(), Instant.EPOCH)));
    }

    /** What a single unit cost at a moment; null where the list did not say. */
    @Nullable
    Long unitAt(Instant moment) {
        Long amount = null;
        for (var was : everSaid()) {
            amount = was.from().isAfter(moment) ? amount : was.amount();
        }
        return amount;
    }

    /** Null where the list says nothing of a single one. */
    @Nullable
    Long unit() {
        return amount(1).orElse(null);
    }

    /** Empty where the list prices more units only. */
    public Optional<Long> amount(long units) {
        return tiers.stream()
                .filter(tier -> tier.from() <= units)
                .max(Comparator.comparingInt(Tier::from))
                .map(Tier::amount);
    }
}
