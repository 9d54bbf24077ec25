package io.nearstock.catalog.search;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What could be chosen, and how many products that would leave. What is chosen of a facet already does not count for
 * that facet.
 *
 * @param attributes by {@code attr.NAME}
 */
record Facets(
        List<Value> category,
        List<Value> brand,
        List<PriceRange> price,
        List<RatingFrom> rating,
        @JsonAnyGetter Map<String, List<Value>> attributes) {

    static final String CATEGORY = "category";
    static final String BRAND = "brand";
    static final String PRICE = "price";
    static final String RATING = "rating";
    static final String ATTRIBUTE = "attr.";

    /** Up to a hundred values of a facet, the most frequent first. */
    record Value(String value, int count) {}

    /** From a price to the next, in minor units; the last has no end. */
    record PriceRange(long from, @Nullable Long to, int count) {}

    /** So many stars and more, on average. */
    record RatingFrom(int from, int count) {}
}
