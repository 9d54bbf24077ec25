package io.nearstock.catalog.promotion;

import io.nearstock.catalog.Benefit;
import io.nearstock.catalog.Limits;
import io.nearstock.catalog.PromotionKind;
import io.nearstock.catalog.PromotionTerms;
import io.nearstock.catalog.Segments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A promotion as staff write it; without a target it is about everything. */
record PromotionDraft(
        @NotBlank @Size(max = 200) String name,

        @NotNull @Pattern(regexp = "percentage|fixed|buy_x_get_y|bundle|gift")
        String kind,

        @NotNull @Valid BenefitDraft benefit,
        @Valid @Nullable Target target,
        @Size(max = 50) @Nullable String season,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @Pattern(regexp = "[A-Za-z0-9_-]{3,64}") @Nullable String coupon,
        @Pattern(regexp = Segments.NAME) @Nullable String segment,
        @Valid @Nullable Budget budget,
        @Min(1) @Max(1_000_000) @Nullable Integer perCustomerLimit,
        @Nullable Boolean combinable,
        @Min(-1000) @Max(1000) @Nullable Integer priority) {

    record Target(
            @Size(max = 1000) @Nullable List<@NotBlank @Size(max = 64) String> skus,
            @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> categories) {}

    /** Either is the end of it. */
    record Budget(
            @Valid @Nullable Amount spend,
            @Min(1) @Max(10_000_000_000L) @Nullable Long uses) {

        static @Nullable Budget of(Limits limits) {
            return limits.hasBudget()
                    ? new Budget(limits.spend() == null ? null : Amount.of(limits.spend()), limits.uses())
                    : null;
        }
    }

    /** Of all its amounts. */
    Set<String> currencies() {
        var spend = budget == null ? null : budget.spend();
        return Stream.concat(benefit.amounts(), Stream.ofNullable(spend))
                .map(Amount::currency)
                .collect(Collectors.toSet());
    }

    Limits limits() {
        var spend =
                budget == null || budget.spend() == null ? null : budget.spend().money();
        return new Limits(budget == null ? null : budget.uses(), spend, perCustomerLimit);
    }

    Optional<Benefit> promised() {
        return PromotionKind.named(kind).flatMap(benefit::of);
    }

    PromotionTerms terms(Benefit promised) {
        return new PromotionTerms(
                name,
                promised,
                target == null || target.skus() == null ? List.of() : target.skus(),
                target == null || target.categories() == null ? List.of() : target.categories(),
                season,
                startsAt,
                endsAt,
                coupon == null ? null : coupon.toUpperCase(Locale.ROOT),
                segment,
                limits(),
                Boolean.TRUE.equals(combinable),
                priority == null ? 0 : priority);
    }
}
