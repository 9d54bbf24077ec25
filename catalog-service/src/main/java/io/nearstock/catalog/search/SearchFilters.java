package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;

import io.nearstock.catalog.PriceHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What a request lets through.
 *
 * @param base what scores, and what is no facet
 * @param chosen what a shopper chose of a facet, by the facet's name: one of the values is enough
 */
record SearchFilters(Query base, Map<String, Query> chosen) {

    static SearchFilters of(SearchRequest request, Query words, @Nullable Query stock, Instant now) {
        var base = new BooleanQuery.Builder().add(words, MUST);
        if (stock != null) {
            base.add(stock, FILTER);
        }
        if (request.onOffer()) {
            base.add(
                    atLeast(
                            ProductDocuments.REDUCED,
                            PriceHistory.newsAfter(now).toEpochMilli() + 1),
                    FILTER);
        }
        var chosen = new LinkedHashMap<String, Query>();
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
            chosen.put(Facets.PRICE, NumericDocValuesField.newSlowRangeQuery(ProductDocuments.PRICE, from, to));
        }
        if (request.minRating() != null) {
            var least = ProductDocuments.hundredths(request.minRating());
            chosen.put(Facets.RATING, atLeast(ProductDocuments.RATING, least));
        }
        return new SearchFilters(base.build(), chosen);
    }

    private static Query atLeast(String column, long least) {
        return NumericDocValuesField.newSlowRangeQuery(column, least, Long.MAX_VALUE);
    }

    Query all() {
        return allBut("");
    }

    /** What a facet counts: a shopper sees what else could be chosen of it. */
    Query allBut(String facet) {
        var query = new BooleanQuery.Builder().add(base, MUST);
        chosen.forEach((name, filter) -> {
            if (!name.equals(facet)) {
                query.add(filter, FILTER);
            }
        });
        return query.build();
    }

    private static void choose(Map<String, Query> chosen, String facet, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            chosen.put(
                    facet,
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()));
        }
    }

    private static Collection<String> lowerCase(Collection<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    }
}
