package io.nearstock.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.Range;

/** A GeoJSON point (RFC 7946): longitude first, degrees. */
public record Position(
        @Pattern(regexp = "Point") String type,
        @NotNull @Size(min = 2, max = 2) List<@NotNull @Range(min = -180, max = 180) Double> coordinates) {}
