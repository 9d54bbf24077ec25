package io.nearstock.recommendation;

/**
 * How well a product fits.
 *
 * @param orders how many orders say so
 */
public record Fit(String productId, double score, int orders) {}
