package io.nearstock.catalog.search;

/** A place on earth, in degrees (WGS 84). */
record GeoPoint(double latitude, double longitude) {

    private static final double MEAN_EARTH_RADIUS_KM = 6371.0088;

    /** Along the great circle, by the haversine formula. */
    double kilometresTo(GeoPoint other) {
        var byLatitude = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        var byLongitude = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        var chord = byLatitude * byLatitude
                + byLongitude
                        * byLongitude
                        * Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude));
        return 2 * MEAN_EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
