package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;

import io.nearstock.catalog.PriceHistory;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a request lets through.
 *
 * @param words what finds, and what is no facet
 * @param stock the SKUs that are wanted, as {@link StockBoard} has them; null where any is
 * @param chosen what a shopper chose of a facet, by the facet's name
 */
record SearchFilters(Query words, @Nullable FixedBitSet stock, Map<String, Choice> chosen) {

    static SearchFilters of(SearchRequest request, Query words, @Nullable FixedBitSet stock, Instant now) {
        var chosen = new LinkedHashMap<String, Choice>();
        choose(chosen, Facets.CATEGORY, ProductDocuments.CATEGORY, request.categories());
        choose(chosen, Facets.BRAND, ProductDocuments.BRAND_EXACT, lowerCase(request.brands()));
        request.attributes().forEach((name, values) -> {
            var exact = values.stream()
                    .map(value -> ProductDocuments.attribute(name, value))
                    .toList();
            choose(chosen, Facets.ATTRIBUTE + name, ProductDocuments.ATTRIBUTE_EXACT, exact);
        });
        if (request.minPrice() != null || request.maxPrice() != null) {
            var from = request.minPrice() == null ? 0 : request.minPrice();
            var to = request.maxPrice() == null ? Long.MAX_VALUE : request.maxPrice();
            chosen.put(Facets.PRICE, new Choice.Range(FacetField.PRICE, from, to));
        }
        if (request.minRating() != null) {
            var least = ProductDocuments.hundredths(request.minRating());
            chosen.put(Facets.RATING, new Choice.Range(FacetField.RATING, least, Long.MAX_VALUE));
        }
        return new SearchFilters(request.onOffer() ? reduced(words, now) : words, stock, chosen);
    }

    /** Each choice is looked at for itself, among what all else lets through. */
    Found in(IndexSearcher searcher, IndexColumns columns) throws IOException {
        var found = DocSet.of(searcher, words);
        var base = stock == null ? found : columns.ofSkus(found, stock);
        var passing = new LinkedHashMap<String, FixedBitSet>();
        for (var choice : chosen.entrySet()) {
            passing.put(choice.getKey(), choice.getValue().of(base, searcher, columns));
        }
        return new Found(base, passing);
    }

    private static Query reduced(Query words, Instant now) {
        var since = PriceHistory.newsAfter(now).toEpochMilli() + 1;
        return new BooleanQuery.Builder()
                .add(words, MUST)
                .add(NumericDocValuesField.newSlowRangeQuery(ProductDocuments.REDUCED, since, Long.MAX_VALUE), FILTER)
                .build();
    }

    private static void choose(Map<String, Choice> chosen, String facet, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            chosen.put(facet, new Choice.Values(field, values));
        }
    }

    private static Collection<String> lowerCase(Collection<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    }
}
