package io.nearstock.catalog.search;

/** Where the shopper is and how far is near. */
record Vicinity(GeoPoint centre, double radiusKm) {}
