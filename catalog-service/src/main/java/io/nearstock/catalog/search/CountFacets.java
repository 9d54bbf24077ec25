package io.nearstock.catalog.search;

import io.nearstock.catalog.search.Facets.PriceRange;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a search has found once, and for each facet that something is chosen of, what it would find without that. */
final class CountFacets {

    record Counted(Facets facets, int total) {}

    private final IndexColumns columns;
    private final Found found;
    private final @Nullable PricesInCurrency prices;
    private final FacetCounts counts;

    /** Of prices in a currency, where one is asked for. */
    CountFacets(IndexColumns columns, Found found, @Nullable PricesInCurrency prices) {
        this.columns = columns;
        this.found = found;
        this.prices = prices;
        var fields = EnumSet.allOf(FacetField.class);
        fields.removeIf(field -> found.isChosen(field.facet()) || (field == FacetField.PRICE && prices != null));
        this.counts = columns.count(found.all(), fields);
    }

    Counted count() {
        var facets = new Facets(
                of(FacetField.CATEGORY).categories(),
                of(FacetField.BRAND).brands(),
                prices(),
                of(FacetField.RATING).ratings(),
                attributes());
        return new Counted(facets, counts.products());
    }

    private List<PriceRange> prices() {
        return prices == null ? of(FacetField.PRICE).prices() : prices.ranges(columns, found.allBut(Facets.PRICE));
    }

    private FacetCounts of(FacetField field) {
        return found.isChosen(field.facet()) ? without(field.facet(), field) : counts;
    }

    private Map<String, List<Facets.Value>> attributes() {
        var attributes = new TreeMap<>(counts.attributes());
        for (var name : found.chosen().keySet()) {
            if (name.startsWith(Facets.ATTRIBUTE)) {
                var others = without(name, FacetField.ATTRIBUTE).attributes();
                attributes.put(name, others.getOrDefault(name, List.of()));
            }
        }
        return attributes;
    }

    private FacetCounts without(String facet, FacetField field) {
        return columns.count(found.allBut(facet), EnumSet.of(field));
    }
}
