package io.nearstock.catalog.review;

import io.nearstock.catalog.Opinion;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A review as a customer writes it. */
record ReviewDraft(
        @NotNull @Min(1) @Max(5) Integer rating,
        @Size(max = 120) @Nullable String title,
        @NotBlank @Size(max = 5000) String text,
        @NotBlank @Size(max = 100) String orderId) {

    Opinion opinion() {
        return new Opinion(rating, title == null ? null : title.strip(), text.strip());
    }

    /** The same, said of the same order. */
    record Change(
            @NotNull @Min(1) @Max(5) Integer rating,
            @Size(max = 120) @Nullable String title,
            @NotBlank @Size(max = 5000) String text) {

        Opinion opinion() {
            return new Opinion(rating, title == null ? null : title.strip(), text.strip());
        }
    }
}
