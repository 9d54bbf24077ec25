package io.nearstock.catalog.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

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

    /** Distances are not in the index, so this one is given from outside. */
    Sort sort(SortField distance) {
        var first = switch (this) {
            case RELEVANCE -> SortField.FIELD_SCORE;
            case CHEAPEST -> new SortField(ProductDocuments.PRICE, SortField.Type.LONG);
            case DEAREST -> new SortField(ProductDocuments.PRICE, SortField.Type.LONG, true);
            case NEWEST -> new SortField(ProductDocuments.CREATED, SortField.Type.LONG, true);
            case BEST_RATED -> new SortField(ProductDocuments.STANDING, SortField.Type.LONG, true);
            case POPULAR -> new SortField(ProductDocuments.POPULARITY, SortField.Type.LONG, true);
            case DISTANCE -> distance;
        };
        return new Sort(first, new SortField(ProductDocuments.ID, SortField.Type.STRING));
    }

    /** The key of a result in words, for a cursor. */
    String key(FieldDoc result) {
        return String.valueOf(result.fields[0]);
    }

    /**
     * The place right after that key.
     *
     * @throws NumberFormatException when the key is none
     */
    FieldDoc after(String key, String id, int lastDoc) {
        Object first = switch (this) {
            case RELEVANCE -> Float.valueOf(key);
            case CHEAPEST, DEAREST, NEWEST, BEST_RATED, POPULAR -> Long.valueOf(key);
            case DISTANCE -> Double.valueOf(key);
        };
        return new FieldDoc(lastDoc, Float.NaN, new Object[] {first, new BytesRef(id)});
    }
}
