package io.nearstock.catalog.search;

/** What products are counted by, and the facet that shows it; of attributes the beginning of their facets' names. */
enum FacetField {
    CATEGORY(Facets.CATEGORY),
    BRAND(Facets.BRAND),
    ATTRIBUTE(Facets.ATTRIBUTE),
    PRICE(Facets.PRICE),
    RATING(Facets.RATING);

    private final String facet;

    FacetField(String facet) {
        this.facet = facet;
    }

    String facet() {
        return facet;
    }
}
