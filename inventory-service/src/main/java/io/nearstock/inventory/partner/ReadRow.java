package io.nearstock.inventory.partner;

import io.nearstock.inventory.OfferDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as it was read: an offer, or why it is none. */
record ReadRow(long number, @Nullable OfferDraft offer, List<RowError> errors) {

    static ReadRow of(long number, OfferDraft offer) {
        return new ReadRow(number, offer, List.of());
    }

    static ReadRow broken(long number, @Nullable String sku, String field, String code, String detail) {
        return new ReadRow(number, null, List.of(new RowError(number, sku, field, code, detail)));
    }
}
