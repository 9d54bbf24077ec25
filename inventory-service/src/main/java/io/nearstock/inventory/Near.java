package io.nearstock.inventory;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.chassis.web.UnmetRequestException;
import org.jspecify.annotations.Nullable;

/** A place and a radius as a query names them: {@code near=lat,lon&radiusKm=}; both may be missing. */
public record Near(@Nullable Position place, double radiusKm) {

    /**
     * Reads the parameters.
     *
     * @throws UnmetRequestException 400 when they are no place, or no distance from one
     */
    public static Near of(@Nullable String near, @Nullable Double radiusKm) {
        if (near == null && radiusKm != null) {
            throw unmet("radiusKm", "A radius needs a place: near=lat,lon.");
        }
        if (radiusKm != null && !(radiusKm > 0)) {
            throw unmet("radiusKm", "A radius is above zero.");
        }
        return new Near(near == null ? null : place(near), radiusKm == null ? Double.POSITIVE_INFINITY : radiusKm);
    }

    private static Position place(String near) {
        var parts = near.split(",", -1);
        if (parts.length == 2) {
            try {
                return new Position(Double.parseDouble(parts[1]), Double.parseDouble(parts[0]));
            } catch (IllegalArgumentException _) {
                throw unmet("near", "A place is near=lat,lon in degrees.");
            }
        }
        throw unmet("near", "A place is near=lat,lon in degrees.");
    }

    private static UnmetRequestException unmet(String parameter, String detail) {
        return new UnmetRequestException(BAD_REQUEST, "invalid_parameter", parameter, detail);
    }

    /** Null where no place was named. */
    public @Nullable Double km(Hub hub, Distances distances) {
        return place == null ? null : distances.km(place, hub.position());
    }

    public boolean reaches(double km) {
        return km <= radiusKm;
    }
}
