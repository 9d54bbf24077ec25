package io.nearstock.inventory;

/**
 * Units of known lots, or with serials, have left a hub for an order.
 *
 * @param sequence the book's version
 */
public record LotsLeft(Pick pick, long sequence) {}
