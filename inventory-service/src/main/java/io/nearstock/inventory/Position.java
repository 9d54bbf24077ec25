package io.nearstock.inventory;

/** A place on Earth in degrees (WGS 84). */
public record Position(double longitude, double latitude) {

    public Position {
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("no place on Earth: " + longitude + ", " + latitude);
        }
    }
}
