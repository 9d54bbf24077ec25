package io.nearstock.inventory;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A position as the API writes it: a GeoJSON Point (RFC 7946), longitude first. */
public record GeoPoint(
        @NotNull @Pattern(regexp = "Point") String type,
        @NotNull @Size(min = 2, max = 2) List<@NotNull Double> coordinates) {

    public static GeoPoint of(Position position) {
        return new GeoPoint("Point", List.of(position.longitude(), position.latitude()));
    }

    public Position position() {
        return new Position(coordinates.getFirst(), coordinates.getLast());
    }

    /** What is missing is complained of elsewhere. */
    @AssertTrue(message = "must lie within 180 degrees of longitude and 90 of latitude")
    boolean isOnEarth() {
        return coordinates == null
                || coordinates.size() != 2
                || coordinates.contains(null)
                || (Math.abs(coordinates.getFirst()) <= 180 && Math.abs(coordinates.getLast()) <= 90);
    }
}
