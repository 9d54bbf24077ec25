package io.nearstock.inventory;

import io.nearstock.inventory.LotBook.Lot;

/** What a movement comes from, such as the hold or the shipment of this id. */
public record Cause(String type, String id) {

    private static final String EXPIRY = "expiry";

    /** That the units of a lot have expired. */
    public static Cause expiry(Lot lot) {
        return new Cause(EXPIRY, lot.id());
    }

    boolean isExpiry() {
        return type.equals(EXPIRY);
    }
}
