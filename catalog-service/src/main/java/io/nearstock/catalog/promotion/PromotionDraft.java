package io.nearstock.catalog.promotion;

import io.nearstock.catalog.Benefit;
import io.nearstock.catalog.PromotionKind;
import io.nearstock.catalog.PromotionTerms;
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
        @Nullable Boolean combinable,
        @Min(-1000) @Max(1000) @Nullable Integer priority) {

    record Target(
            @Size(max = 1000) @Nullable List<@NotBlank @Size(max = 64) String> skus,
            @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> categories) {}

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
                Boolean.TRUE.equals(combinable),
                priority == null ? 0 : priority);
    }
}
