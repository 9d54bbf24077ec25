package io.nearstock.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A picture or film of a product; the first of them is the one that lists show.
 *
 * @param alt what it shows, for who cannot see it
 */
public record MediaLink(
        @NotBlank @Size(max = 2_000) @Pattern(regexp = "https?://[^\\s\"<>]+")
        String url,

        @Size(max = 300) @Nullable String alt) {}
