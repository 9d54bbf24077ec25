package io.nearstock.catalog.search;

import java.util.Map;

/** Columns of a segment that never change: what else becomes of a product, it is written into another segment then. */
final class StillColumns {

    private final Map<FacetField, FacetColumn> facets;
    private final int[] skus;

    StillColumns(Map<FacetField, FacetColumn> facets, int[] skus) {
        this.facets = facets;
        this.skus = skus;
    }

    Map<FacetField, FacetColumn> facets() {
        return facets;
    }

    /** Of each product, the number that {@link SkuStock} gave its SKU. */
    int[] skus() {
        return skus;
    }
}
