package io.nearstock.catalog.intake;

/** What the rows of an import tell. */
public enum RowKind {
    PRODUCTS,
    PRICES
}
