package io.nearstock.local.demo;

/**
 * A place that the demo ships from.
 *
 * @param share what part of a product's opening stock lies there, in hundredths
 */
record Hub(String id, String name, int share) {}
