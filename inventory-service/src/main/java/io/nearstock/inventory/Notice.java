package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advance shipping notice (ASN).
 *
 * @param reference of the supplier or its carrier
 */
public record Notice(List<NoticeLine> lines, @Nullable String reference, Instant at) {

    /**
     * One lot of it.
     *
     * @param serials of single units, where they have them
     * @param codes a signed authenticity code for each serial, or one for the lot
     */
    public record NoticeLine(
            String sku,
            int quantity,
            @Nullable String lot,
            @Nullable LocalDate expiresOn,
            List<String> serials,
            List<String> codes) {}
}
