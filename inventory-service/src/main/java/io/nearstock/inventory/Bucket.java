package io.nearstock.inventory;

import java.util.Locale;

/** Where a row's units are: on hand in one of five ways, or on their way to the hub. */
public enum Bucket {
    AVAILABLE,
    ALLOCATED,
    SAFETY,
    DAMAGED,
    QUARANTINED,
    INCOMING;

    boolean isOnHand() {
        return this != INCOMING;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
