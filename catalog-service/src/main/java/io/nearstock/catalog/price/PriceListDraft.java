package io.nearstock.catalog.price;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.PriceList;
import io.nearstock.catalog.Segments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A price list as staff write it; a change of many prices at a moment is a list that starts then. */
record PriceListDraft(
        @NotBlank @Size(max = 200) String name,
        @Pattern(regexp = Segments.NAME) @Nullable String segment,
        @Pattern(regexp = "[A-Z]{3}") @Nullable String currency,
        @NotNull Instant startsAt,
        @Nullable Instant endsAt,
        @Min(-1000) @Max(1000) @Nullable Integer priority) {

    boolean endsBeforeItStarts() {
        return endsAt != null && !startsAt.isBefore(endsAt);
    }

    boolean isInNoCurrency() {
        return currency != null && !Money.isCurrency(currency);
    }

    String currencyOr(String other) {
        return Objects.requireNonNullElse(currency, other);
    }

    PriceList list(String id, String currency, Instant createdAt, Instant now, long version) {
        return new PriceList(
                id,
                name,
                segment,
                currency,
                startsAt,
                endsAt,
                priority == null ? 0 : priority,
                createdAt,
                now,
                version);
    }
}
