package io.nearstock.catalog;

import java.util.Locale;

/** Whether others see a review. */
public enum ReviewStatus {
    PUBLISHED,

    /** Something about it wants a look by staff. */
    PENDING,

    REJECTED;

    /** The name that clients and other services know. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
