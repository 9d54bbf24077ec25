package io.nearstock.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where a person has things brought to.
 *
 * @param label the person's own name for it, unique among their addresses whatever its case
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        @NotBlank @Size(max = 40) String label,
        @NotBlank @Size(max = 120) String line1,
        @Nullable @Size(max = 120) String line2,
        @NotBlank @Size(max = 80) String city,
        @NotBlank @Size(max = 16) String postcode,
        @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
        @NotNull @Valid Position position) {}
