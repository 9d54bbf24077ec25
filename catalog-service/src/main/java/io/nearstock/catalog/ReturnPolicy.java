package io.nearstock.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Under which a product may come back.
 *
 * @param days after its delivery; 0 for what cannot come back
 */
public record ReturnPolicy(
        @PositiveOrZero @Max(3650) int days,
        @Size(max = 2_000) @Nullable String terms) {}
