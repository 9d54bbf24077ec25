package io.nearstock.catalog.advice;

import io.nearstock.catalog.Money;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How a product stands, as inventory-service said.
 *
 * @param days that it looks ahead
 * @param expected units wanted in these days at today's price
 * @param available units at all hubs; below zero where more is owed than there is
 * @param incoming units ordered from suppliers
 * @param unitCost what another one costs us; null where nobody offers it
 */
record DemandOutlook(
        String sku,
        int days,
        double expected,
        int available,
        int incoming,
        @Nullable Money unitCost,
        Elasticity elasticity) {

    private static final double INSENSITIVE = 0.3;

    /**
     * By how many percent fewer units are wanted of what becomes one percent dearer.
     *
     * @param low a tenth of what is believed is below it
     * @param high a tenth is above it
     * @param trials price changes that it was learned from
     */
    public record Elasticity(double mean, double low, double high, int trials) {}

    int stock() {
        return Math.max(0, available) + incoming;
    }

    /** Days that the stock lasts at today's price; empty where nothing is wanted. */
    OptionalDouble cover() {
        return expected > 0 ? OptionalDouble.of(stock() * days / expected) : OptionalDouble.empty();
    }

    boolean lastsLongerThan(int limit) {
        return cover().isEmpty() || cover().getAsDouble() > limit;
    }

    /**
     * The price, by today's, at which the stock lasts so many days: the run-out price of G. Gallego and G. van Ryzin, "Optimal
     * Dynamic Pricing of Inventories with Stochastic Demand over Finite Horizons", Management Science 40, 1994, where demand
     * has a constant elasticity. 0 where nothing is wanted.
     */
    double runOut(int last) {
        return cover().isEmpty()
                ? 0
                : Math.pow(cover().getAsDouble() / last, -1 / Math.max(INSENSITIVE, elasticity.mean()));
    }

    /** Units wanted in the days that it looks ahead, at a price that is so many times today's; never more than there are. */
    double units(double ratio, double answer) {
        return Math.min(stock(), expected * Math.pow(ratio, -answer));
    }
}
