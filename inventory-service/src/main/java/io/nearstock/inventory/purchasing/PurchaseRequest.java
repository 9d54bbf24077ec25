package io.nearstock.inventory.purchasing;

import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Terms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be bought.
 *
 * @param freight in minor units of the offers' currency, as is the duty
 * @param overPercent so much more than ordered is taken; 0 where nothing is said
 * @param underPercent so much less is regarded as all of it; 0 where nothing is said
 */
record PurchaseRequest(
        @NotBlank String supplierId,
        @NotBlank String hubId,
        @NotEmpty @Size(max = PurchaseOrder.MOST_LINES) List<@Valid @NotNull WantedLine> lines,
        @Nullable @PositiveOrZero @Max(1_000_000_000) Long freight,
        @Nullable @PositiveOrZero @Max(1_000_000_000) Long duty,
        @Nullable @PositiveOrZero @Max(100) Integer overPercent,
        @Nullable @PositiveOrZero @Max(100) Integer underPercent) {

    record WantedLine(
            @NotBlank @Size(max = 64) String sku,
            @Positive @Max(1_000_000) int quantity) {}

    Terms terms() {
        return new Terms(
                Objects.requireNonNullElse(freight, 0L),
                Objects.requireNonNullElse(duty, 0L),
                Objects.requireNonNullElse(overPercent, 0),
                Objects.requireNonNullElse(underPercent, 0));
    }
}
