package io.nearstock.catalog.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a search has found once, and for each facet that something is chosen of, what it would find without that. */
final class CountFacets {

    record Counted(Facets facets, int total) {}

    private final IndexColumns columns;
    private final Found found;
    private final FacetCounts counts;

    CountFacets(IndexColumns columns, Found found) {
        this.columns = columns;
        this.found = found;
        var fields = EnumSet.allOf(FacetField.class);
        fields.removeIf(field -> found.isChosen(field.facet()));
        this.counts = columns.count(found.all(), fields);
    }

    Counted count() {
        var facets = new Facets(
                of(FacetField.CATEGORY).categories(),
                of(FacetField.BRAND).brands(),
                of(FacetField.PRICE).prices(),
                of(FacetField.RATING).ratings(),
                attributes());
        return new Counted(facets, counts.products());
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
