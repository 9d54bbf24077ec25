package io.nearstock.order;

import java.util.List;

/** A GeoJSON point (RFC 7946): longitude, then latitude, in degrees. */
public record GeoPoint(String type, List<Double> coordinates) {}
