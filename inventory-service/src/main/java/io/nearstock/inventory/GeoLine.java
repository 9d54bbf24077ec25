package io.nearstock.inventory;

import java.util.List;

/** A way as the API writes it: a GeoJSON LineString (RFC 7946), longitude first. */
public record GeoLine(String type, List<List<Double>> coordinates) {

    static GeoLine of(List<Position> positions) {
        return new GeoLine(
                "LineString",
                positions.stream()
                        .map(position -> GeoPoint.of(position).coordinates())
                        .toList());
    }
}
