package io.nearstock.catalog.search;

/** The hub next to the shopper that has a product. The distance is as the crow flies, to a hundred metres. */
record NearestHub(String hubId, String name, double distanceKm, long available) {}
