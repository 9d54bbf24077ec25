package io.nearstock.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Of which lot some goods are and who supplied them, each where there is no doubt. Public for the driver, which builds it
 * by reflection.
 */
public record Origin(@Nullable String lot, @Nullable String supplierId) {

    public static final Origin UNKNOWN = new Origin(null, null);

    public boolean isUnknown() {
        return lot == null && supplierId == null;
    }
}
