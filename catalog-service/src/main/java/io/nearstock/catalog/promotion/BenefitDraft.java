package io.nearstock.catalog.promotion;

import io.nearstock.catalog.Benefit;
import io.nearstock.catalog.Benefit.BuyXGetY;
import io.nearstock.catalog.Benefit.Part;
import io.nearstock.catalog.PromotionKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a promotion gives, as staff write it; each kind needs some of these and takes no other. */
record BenefitDraft(
        @Min(1) @Max(100) @Nullable Integer percent,
        @Valid @Nullable Amount amount,
        @Min(1) @Max(100) @Nullable Integer buy,
        @Min(1) @Max(100) @Nullable Integer get,
        @Size(min = 2, max = 20) @Nullable List<@Valid PartDraft> parts,
        @Valid @Nullable Amount price,
        @Size(max = 64) @Nullable String sku,
        @Min(1) @Max(100) @Nullable Integer quantity,
        @Valid @Nullable Amount minimumSpend) {

    record PartDraft(
            @NotBlank @Size(max = 64) String sku,
            @Min(1) @Max(100) int quantity) {

        Part part() {
            return new Part(sku, quantity);
        }
    }

    /** Empty where something is missing that this kind needs, or something is there that it does not know. */
    Optional<Benefit> of(PromotionKind kind) {
        return switch (kind) {
            case PERCENTAGE -> only(1, percent).map(_ -> new Benefit.Percentage(there(percent)));
            case FIXED ->
                only(1, amount).map(_ -> new Benefit.Fixed(there(amount).money()));
            case BUY_X_GET_Y ->
                only(percent == null ? 2 : 3, buy, get)
                        .map(_ -> new BuyXGetY(there(buy), there(get), percent == null ? 100 : percent));
            case BUNDLE -> only(2, parts, price).map(_ -> bundle(there(parts), there(price)));
            case GIFT ->
                only(3, sku, quantity, minimumSpend)
                        .map(_ -> new Benefit.Gift(
                                there(sku), there(quantity), there(minimumSpend).money()));
        };
    }

    Stream<Amount> amounts() {
        return Stream.of(amount, price, minimumSpend).flatMap(Stream::ofNullable);
    }

    static BenefitDraft of(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Percentage(int percent) ->
                new BenefitDraft(percent, null, null, null, null, null, null, null, null);
            case Benefit.Fixed(var amount) ->
                new BenefitDraft(null, Amount.of(amount), null, null, null, null, null, null, null);
            case BuyXGetY(int buy, int get, int percent) ->
                new BenefitDraft(percent, null, buy, get, null, null, null, null, null);
            case Benefit.Bundle(var parts, var price) ->
                new BenefitDraft(null, null, null, null, drafts(parts), Amount.of(price), null, null, null);
            case Benefit.Gift(var sku, int quantity, var minimum) ->
                new BenefitDraft(null, null, null, null, null, null, sku, quantity, Amount.of(minimum));
        };
    }

    private static Benefit bundle(List<PartDraft> parts, Amount price) {
        return new Benefit.Bundle(parts.stream().map(PartDraft::part).toList(), price.money());
    }

    private static List<PartDraft> drafts(List<Part> parts) {
        return parts.stream()
                .map(part -> new PartDraft(part.sku(), part.quantity()))
                .toList();
    }

    /** Present when all of these are there, and so many components in all. */
    private Optional<Boolean> only(long inAll, @Nullable Object... needed) {
        var there = Stream.of(percent, amount, buy, get, parts, price, sku, quantity, minimumSpend)
                .filter(Objects::nonNull)
                .count();
        return there == inAll && Stream.of(needed).allMatch(Objects::nonNull) ? Optional.of(true) : Optional.empty();
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
