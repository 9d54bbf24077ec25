package io.nearstock.recommendation;

import static java.lang.Math.asin;
import static java.lang.Math.cos;
import static java.lang.Math.min;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

/** A place on Earth in degrees (WGS 84). */
public record Place(double longitude, double latitude) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    public Place {
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("no place on Earth: " + longitude + ", " + latitude);
        }
    }

    /** Kilometres over the sphere, by the haversine formula (Sinnott 1984). */
    public double kmTo(Place other) {
        var down = toRadians(latitude);
        var up = toRadians(other.latitude);
        var h = pow(sin((up - down) / 2), 2)
                + cos(down) * cos(up) * pow(sin(toRadians(other.longitude - longitude) / 2), 2);
        return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1, h)));
    }
}
