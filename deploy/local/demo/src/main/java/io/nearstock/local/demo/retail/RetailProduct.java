package io.nearstock.local.demo.retail;

/**
 * A product as the file first names and prices it.
 *
 * @param row the line that it was read from
 * @param pence may be zero or negative, and the name may be empty: the shop is to refuse such a product
 */
public record RetailProduct(long row, String stockCode, String name, long pence) {

    /** Whether a shop could sell this: it has a name and costs something. */
    boolean sellable() {
        return !name.isEmpty() && pence > 0;
    }
}
