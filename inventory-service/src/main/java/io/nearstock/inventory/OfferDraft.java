package io.nearstock.inventory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An offer as somebody says it; one unit, whole units and today where nothing is said.
 *
 * @param unitCost in minor units
 */
public record OfferDraft(
        @NotBlank @Size(max = 64) @Pattern(regexp = "\\P{Cntrl}*")
        String sku,

        @NotNull @Valid Cost unitCost,
        @Nullable @Positive @Max(1_000_000) Integer minimumQuantity,
        @Nullable @Positive @Max(1_000_000) Integer packSize,
        @PositiveOrZero @Max(365) int leadTimeDays,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public record Cost(
            @Positive @Max(Money.HIGHEST_COST) long amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

        @AssertTrue(message = "no currency of ISO 4217 that amounts can be in")
        boolean isCurrency() {
            return Money.isCurrency(currency);
        }

        public Money money() {
            return new Money(amount, currency);
        }
    }

    @AssertTrue(message = "the last day is before the first")
    boolean isInOrder() {
        return validFrom == null || validUntil == null || !validUntil.isBefore(validFrom);
    }

    public Offer of(String supplierId) {
        return Offer.of(
                supplierId,
                sku,
                unitCost.money(),
                Objects.requireNonNullElse(minimumQuantity, 1),
                Objects.requireNonNullElse(packSize, 1),
                leadTimeDays,
                validFrom,
                validUntil);
    }

    /** An offer as it was said. */
    public static OfferDraft of(Offer offer) {
        return new OfferDraft(
                offer.sku(),
                new Cost(offer.unitCost().amount(), offer.unitCost().currency()),
                offer.minimumQuantity(),
                offer.packSize(),
                offer.leadTimeDays(),
                offer.validFrom(),
                offer.validUntil());
    }
}
