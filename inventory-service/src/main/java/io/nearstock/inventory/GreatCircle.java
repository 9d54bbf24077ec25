package io.nearstock.inventory;

import static java.lang.Math.asin;
import static java.lang.Math.cos;
import static java.lang.Math.min;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

/**
 * The shortest way over a sphere by the haversine formula, which stays exact for near places (R. W. Sinnott, "Virtues of
 * the Haversine", Sky and Telescope 68, 1984). The sphere is within 0.6 % of the ellipsoid.
 */
final class GreatCircle implements Distances {

    /** The mean radius of the Earth as the IUGG defines it. */
    private static final double RADIUS_KM = 6371.0088;

    @Override
    public double km(Position from, Position to) {
        var fromLatitude = toRadians(from.latitude());
        var toLatitude = toRadians(to.latitude());
        var h = haversine(toLatitude - fromLatitude)
                + cos(fromLatitude) * cos(toLatitude) * haversine(toRadians(to.longitude() - from.longitude()));
        return 2 * RADIUS_KM * asin(sqrt(min(1, h)));
    }

    private static double haversine(double angle) {
        var half = sin(angle / 2);
        return half * half;
    }
}
