package io.nearstock.catalog.search;

/** The numbers of products that lie in memory, to filter, count and sort by. */
enum NumberField {
    PRICE(ProductDocuments.PRICE),
    REDUCED(ProductDocuments.REDUCED),
    RATING(ProductDocuments.RATING),
    STANDING(ProductDocuments.STANDING),
    POPULARITY(ProductDocuments.POPULARITY),
    CREATED(ProductDocuments.CREATED),
    FAMILY(Families.COLUMN);

    private final String column;

    NumberField(String column) {
        this.column = column;
    }

    /** In the index. */
    String column() {
        return column;
    }
}
