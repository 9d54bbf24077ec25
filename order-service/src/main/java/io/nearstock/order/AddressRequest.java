package io.nearstock.order;

import io.nearstock.chassis.web.UnmetRequestException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Where a basket shall go, as clients write it. */
public record AddressRequest(
        @NotBlank @Size(max = 200) String line1,
        @Size(max = 200) @Nullable String line2,
        @NotBlank @Size(max = 100) String city,
        @NotBlank @Size(max = 20) String postcode,
        @NotBlank @Size(max = 60) String country,
        @NotNull @Valid PositionRequest position) {

    /** A GeoJSON point: longitude first. */
    public record PositionRequest(
            @NotBlank @Pattern(regexp = "Point") String type,
            @NotNull @Size(min = 2, max = 2) List<@NotNull Double> coordinates) {

        GeoPoint point() {
            if (Math.abs(coordinates.getFirst()) > 180 || Math.abs(coordinates.getLast()) > 90) {
                throw new UnmetRequestException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid_position",
                        "/address/position/coordinates",
                        "Longitude is -180 to 180, latitude -90 to 90, in this order.");
            }
            return new GeoPoint(type, coordinates);
        }
    }

    Address address() {
        return new Address(line1, line2, city, postcode, country, position.point());
    }
}
