package io.nearstock.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * How a product wants to be kept, and what room it takes.
 *
 * @param temperature in degrees Celsius
 * @param humidity relative, in percent
 * @param shelfLifeDays from its production
 * @param stackable how many may stand on one; 0 for what bears nothing
 */
public record Storage(
        @Valid @Nullable Temperature temperature,
        @Valid @Nullable Humidity humidity,
        @Positive @Max(36_500) @Nullable Integer shelfLifeDays,
        @PositiveOrZero @Max(1_000) @Nullable Integer stackable,
        @Valid @Nullable Dimensions dimensions,
        @Positive @Max(10_000_000) @Nullable Integer weightGrams) {

    public record Temperature(
            @NotNull @Min(-200) @Max(200) Integer min,
            @NotNull @Min(-200) @Max(200) Integer max) {}

    public record Humidity(
            @NotNull @Min(0) @Max(100) Integer min,
            @NotNull @Min(0) @Max(100) Integer max) {}

    /** Of the packed product, in millimetres. */
    public record Dimensions(
            @NotNull @Positive @Max(100_000) Integer length,
            @NotNull @Positive @Max(100_000) Integer width,
            @NotNull @Positive @Max(100_000) Integer height) {}
}
