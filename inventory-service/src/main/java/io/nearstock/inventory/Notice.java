package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Of which lot a unit is announced to be. */
    public Optional<String> lotOf(String sku, String serial) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku) && line.serials().contains(serial))
                .flatMap(line -> Stream.ofNullable(line.lot()))
                .findFirst();
    }

    public boolean announces(String sku, String serial) {
        return lines.stream()
                .anyMatch(line -> line.sku().equals(sku) && line.serials().contains(serial));
    }
}
