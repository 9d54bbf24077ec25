package io.nearstock.catalog.intake;

import io.nearstock.catalog.ProductDraft;

/** A row as it was read. */
sealed interface Row {

    long number();

    record Legible(long number, ProductDraft draft) implements Row {}

    record Priced(long number, PriceDraft draft) implements Row {}

    record Illegible(long number, RowError error) implements Row {}
}
