package io.nearstock.inventory;

/** How well a row is supplied; only a crossing from one to another is news. */
public enum Supply {
    ENOUGH,
    /** At the reorder point or below. */
    LOW,
    OUT,
    /** More was sold than there was or may be owed: a counter sale or a count told so, and somebody must resolve it. */
    SHORT;

    static Supply of(StockRow row) {
        var available = row.available();
        var reorderPoint = row.reorderPoint();
        if (available <= 0) {
            return row.owed() > row.backOrderLimit() ? SHORT : OUT;
        }
        return reorderPoint != null && available <= reorderPoint ? LOW : ENOUGH;
    }

    boolean isAnyThere() {
        return this == ENOUGH || this == LOW;
    }
}
