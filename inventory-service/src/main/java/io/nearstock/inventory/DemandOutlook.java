package io.nearstock.inventory;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * How a product stands at all hubs together: what will be wanted, what is there, what it costs us and how demand answers to its
 * price. Whoever sets prices goes by it.
 *
 * @param days that it looks ahead
 * @param expected units wanted in these days at today's price
 * @param available units; below zero where more is owed than there is
 * @param incoming units ordered from suppliers, not here yet
 * @param unitCost of the cheapest offer that can be bought by today; null where nobody offers it
 * @param version rises with each that is told
 */
public record DemandOutlook(
        @BsonId String sku,
        LocalDate madeOn,
        int days,
        double expected,
        int available,
        int incoming,
        @Nullable Money unitCost,
        Elasticity elasticity,
        long version) {

    /** A stock that moves by less than this share is no news. */
    private static final double SMALL = 0.1;

    /** Whether it tells nothing that this one has not told. */
    boolean repeats(DemandOutlook told) {
        return told.equals(new DemandOutlook(
                        sku,
                        madeOn,
                        days,
                        told.expected,
                        told.available,
                        told.incoming,
                        unitCost,
                        elasticity,
                        told.version))
                && Math.abs(stock() - told.stock()) <= SMALL * Math.abs(told.stock());
    }

    private int stock() {
        return available + incoming;
    }

    DemandOutlook after(DemandOutlook told) {
        return new DemandOutlook(
                sku, madeOn, days, expected, available, incoming, unitCost, elasticity, told.version + 1);
    }
}
