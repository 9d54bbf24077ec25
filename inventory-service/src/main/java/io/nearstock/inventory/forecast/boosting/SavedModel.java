package io.nearstock.inventory.forecast.boosting;

import java.util.List;

/**
 * A trained global model, to be taken up again another day.
 *
 * @param trees in LightGBM's text format
 * @param departments names in the order of the numbers that the trees know them by; so categories and stores
 */
public record SavedModel(String trees, List<String> departments, List<String> categories, List<String> stores) {}
