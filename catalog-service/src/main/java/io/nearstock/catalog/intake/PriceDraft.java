package io.nearstock.catalog.intake;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.PlannedPrice;
import io.nearstock.catalog.ProductDraft.Price;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a product shall cost, as a row of an import says.
 *
 * @param effectiveFrom a moment, or a day, which begins at midnight UTC; null for the moment of the upload
 */
record PriceDraft(
        @NotBlank @Size(max = 64) String sku,
        @NotNull @Valid Price price,
        @Nullable String effectiveFrom) {

    Money money() {
        return new Money(price.amount(), price.currency());
    }

    /** Empty where it is neither a moment nor a day, or after the year 9999; to the millisecond, as it is stored. */
    Optional<Instant> from(Instant uploaded) {
        return effectiveFrom == null
                ? Optional.of(uploaded)
                : parsed(effectiveFrom).filter(from -> !from.isAfter(PlannedPrice.END));
    }

    private static Optional<Instant> parsed(String effectiveFrom) {
        try {
            return Optional.of(
                    effectiveFrom.contains("T")
                            ? OffsetDateTime.parse(effectiveFrom).toInstant().truncatedTo(ChronoUnit.MILLIS)
                            : LocalDate.parse(effectiveFrom)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
