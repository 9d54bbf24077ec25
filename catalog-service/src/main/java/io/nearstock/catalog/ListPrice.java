package io.nearstock.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;

/** What a price list says of a product: one price a unit from so many units on, and another from more. */
public record ListPrice(@BsonId String id, String listId, String sku, List<Tier> tiers) {

    /** The price of a unit, in minor units, of whoever takes so many at least. */
    public record Tier(int from, long amount) {}

    public static ListPrice of(String listId, String sku, List<Tier> tiers) {
        return new ListPrice(listId + "/" + sku, listId, sku, tiers);
    }

    /** Empty where the list prices more units only. */
    public Optional<Long> amount(long units) {
        return tiers.stream()
                .filter(tier -> tier.from() <= units)
                .max(Comparator.comparingInt(Tier::from))
                .map(Tier::amount);
    }
}
