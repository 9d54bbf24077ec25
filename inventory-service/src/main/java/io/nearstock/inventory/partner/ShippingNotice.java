package io.nearstock.inventory.partner;

import io.nearstock.inventory.NamedUnits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way, as the supplier says.
 *
 * @param reference of the supplier or its carrier
 */
record ShippingNotice(
        @NotEmpty @Size(max = 1000) List<@Valid @NotNull ShippedLine> lines,
        @Nullable @Size(max = 100) String reference,
        @Nullable LocalDate expectedOn) {

    int codes() {
        return lines.stream()
                .mapToInt(line -> Math.max(1, line.numbers().size()))
                .sum();
    }

    /**
     * One lot of a product.
     *
     * @param serials of single units, all of them or none
     */
    record ShippedLine(
            @NotBlank @Size(max = 64) String sku,
            @Positive @Max(1_000_000) int quantity,
            @Nullable @Size(min = 1, max = 64) String lot,
            @Nullable LocalDate expiresOn,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials)
            implements NamedUnits {}
}
