package io.nearstock.catalog.search;

import java.time.LocalDate;

/**
 * The hub next to the shopper that has a product.
 *
 * @param distanceKm as the crow flies, to a hundred metres
 * @param promisedDate when it would be there if it were ordered now; the plan of an order decides
 */
record NearestHub(String hubId, String name, double distanceKm, long available, LocalDate promisedDate) {}
