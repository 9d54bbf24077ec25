package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.search.IndexSearcher;

/** Counts a search once, and once more for each facet that something is chosen of. */
record CountFacets(IndexSearcher searcher, SearchFilters filters) {

    record Counted(Facets facets, int total) {}

    Counted count() throws IOException {
        var found = searcher.search(filters.all(), FacetCounts.counting(searcher.getIndexReader()));
        var facets = found.facets();
        var attributes = new TreeMap<>(facets.attributes());
        for (var name : filters.chosen().keySet()) {
            if (name.startsWith(Facets.ATTRIBUTE)) {
                attributes.put(name, without(name, facets).attributes().getOrDefault(name, List.of()));
            }
        }
        return new Counted(
                new Facets(
                        without(Facets.CATEGORY, facets).category(),
                        without(Facets.BRAND, facets).brand(),
                        without(Facets.PRICE, facets).price(),
                        without(Facets.RATING, facets).rating(),
                        attributes),
                found.total());
    }

    private Facets without(String facet, Facets counted) throws IOException {
        return filters.chosen().containsKey(facet)
                ? searcher.search(filters.allBut(facet), FacetCounts.counting(searcher.getIndexReader()))
                        .facets()
                : counted;
    }
}
