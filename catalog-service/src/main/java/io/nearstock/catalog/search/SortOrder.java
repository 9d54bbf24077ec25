package io.nearstock.catalog.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.NumericUtils;

/** The orders of results. Equals are told apart by id, so that every order is total and a page can end anywhere. */
enum SortOrder {
    RELEVANCE("relevance"),
    CHEAPEST("price"),
    DEAREST("-price"),
    NEWEST("newest"),

    /** By the Bayesian average: one review of five stars is not the best there is. */
    BEST_RATED("rating"),

    /** By deliveries, the older the lighter. */
    POPULAR("popularity"),
    DISTANCE("distance");

    private final String parameter;

    SortOrder(String parameter) {
        this.parameter = parameter;
    }

    static Optional<SortOrder> of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst();
    }

    static List<String> parameters() {
        return Arrays.stream(values()).map(order -> order.parameter).toList();
    }

    /** Where products are sorted by a column of numbers. */
    SortKeys column() {
        return switch (this) {
            case CHEAPEST -> new SortKeys.Numbers(NumberField.PRICE, false);
            case DEAREST -> new SortKeys.Numbers(NumberField.PRICE, true);
            case NEWEST -> new SortKeys.Numbers(NumberField.CREATED, true);
            case BEST_RATED -> new SortKeys.Numbers(NumberField.STANDING, true);
            case POPULAR -> new SortKeys.Numbers(NumberField.POPULARITY, true);
            case RELEVANCE, DISTANCE -> throw new IllegalStateException(this + " is no column");
        };
    }

    /** What a result is sorted by in words, for a cursor. */
    String text(long key) {
        return switch (this) {
            case RELEVANCE -> String.valueOf(WordScores.score(key));
            case CHEAPEST -> String.valueOf(key);
            case DEAREST, NEWEST, BEST_RATED, POPULAR -> String.valueOf(~key);
            case DISTANCE -> String.valueOf(NumericUtils.sortableLongToDouble(key));
        };
    }

    /**
     * Of {@link #text}.
     *
     * @throws NumberFormatException when the text is of none
     */
    long key(String text) {
        return switch (this) {
            case RELEVANCE -> WordScores.key(Float.parseFloat(text));
            case CHEAPEST -> Long.parseLong(text);
            case DEAREST, NEWEST, BEST_RATED, POPULAR -> ~Long.parseLong(text);
            case DISTANCE -> NumericUtils.doubleToSortableLong(Double.parseDouble(text));
        };
    }
}
