package io.nearstock.catalog.search;

import io.nearstock.catalog.PriceHistory;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a request lets through.
 *
 * @param words what finds, and what is no facet
 * @param stock the SKUs that are wanted, as {@link StockBoard} has them; null where any is
 * @param prices in the currency that is asked for, so that what has none in it is not found; null where none is
 * @param reduced since when, where only what is on offer is wanted
 * @param chosen what a shopper chose of a facet, by the facet's name
 */
record SearchFilters(
        Query words,
        @Nullable FixedBitSet stock,
        @Nullable PricesInCurrency prices,
        @Nullable Choice reduced,
        Map<String, Choice> chosen) {

    static SearchFilters of(
            SearchRequest request,
            Query words,
            @Nullable FixedBitSet stock,
            @Nullable PricesInCurrency prices,
            Instant now) {
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
            chosen.put(
                    Facets.PRICE,
                    prices == null
                            ? new Choice.Range(NumberField.PRICE, from, to)
                            : new Choice.Price(prices, from, to));
        }
        if (request.minRating() != null) {
            var least = ProductDocuments.hundredths(request.minRating());
            chosen.put(Facets.RATING, new Choice.Range(NumberField.RATING, least, Long.MAX_VALUE));
        }
        return new SearchFilters(words, stock, prices, request.onOffer() ? reduced(now) : null, chosen);
    }

    /** Each choice is looked at for itself, among what all else lets through. */
    Found in(IndexColumns columns, Matches matches) throws IOException {
        var found = matches.of(words);
        var there = stock == null ? found : columns.ofSkus(found, stock);
        var priced = prices == null ? there : prices.inRange(columns, there, 0, Long.MAX_VALUE);
        var base = reduced == null ? priced : reduced.of(unlisted(priced, columns), matches, columns);
        var passing = new LinkedHashMap<String, FixedBitSet>();
        for (var choice : chosen.entrySet()) {
            passing.put(choice.getKey(), choice.getValue().of(base, matches, columns));
        }
        return Found.of(base, passing);
    }

    /** Only of products' own prices it is known whether they are less than before. */
    private FixedBitSet unlisted(FixedBitSet docs, IndexColumns columns) {
        return prices == null ? docs : prices.unlisted(columns, docs);
    }

    private static Choice reduced(Instant now) {
        var since = PriceHistory.newsAfter(now).toEpochMilli() + 1;
        return new Choice.Range(NumberField.REDUCED, since, Long.MAX_VALUE);
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
