package io.nearstock.inventory;

import org.jspecify.annotations.Nullable;

/** How well a row is supplied; only a crossing from one to another is news. */
public enum Supply {
    ENOUGH,
    /** At the reorder point or below. */
    LOW,
    OUT,
    /** More was sold than there was: a counter sale or a count told so, and somebody must resolve it. */
    SHORT;

    static Supply of(int available, @Nullable Integer reorderPoint) {
        if (available <= 0) {
            return available < 0 ? SHORT : OUT;
        }
        return reorderPoint != null && available <= reorderPoint ? LOW : ENOUGH;
    }

    boolean isAnyThere() {
        return this == ENOUGH || this == LOW;
    }
}
