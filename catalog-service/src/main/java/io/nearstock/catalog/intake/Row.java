package io.nearstock.catalog.intake;

import io.nearstock.catalog.ProductDraft;
import org.jspecify.annotations.Nullable;

/** A row as it was read. */
sealed interface Row {

    long number();

    /**
     * A product.
     *
     * @param variantOf the SKU of the product whose variant it shall be; null where the row does not say it
     */
    record Legible(
            long number, ProductDraft draft, @Nullable String variantOf) implements Row {}

    record Priced(long number, PriceDraft draft) implements Row {}

    record Illegible(long number, RowError error) implements Row {}
}
