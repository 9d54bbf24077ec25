package io.nearstock.inventory;

import io.nearstock.inventory.LotBook.Pick;

/**
 * Units of known lots have left a hub for an order.
 *
 * @param sequence the book's version
 */
public record LotsLeft(Pick pick, long sequence) {}
