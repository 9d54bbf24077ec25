package io.nearstock.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a product.
 *
 * @param rating one to five stars
 */
public record Opinion(int rating, @Nullable String title, String text) {}
