package io.nearstock.catalog.advice;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.advice.DemandOutlook.Elasticity;
import org.jspecify.annotations.Nullable;

/**
 * A price, and why.
 *
 * @param price that the product costs now
 * @param proposed what it should cost
 * @param coverDays days that the stock lasts at the present price; null where nothing is wanted
 * @param days that the two expectations look ahead
 */
public record Advice(
        Reason reason,
        Money price,
        Money proposed,
        int available,
        int incoming,
        @Nullable Double coverDays,
        @Nullable Money unitCost,
        Elasticity elasticity,
        int days,
        Expectation atPrice,
        Expectation atProposed) {

    /** Why a price should change. */
    public enum Reason {
        /** More is there than sells in time. */
        OVERSTOCKED("overstocked"),
        /** It will be sold out soon, and nothing is on order. */
        RUNNING_OUT("running_out"),
        /** Another one would cost more than this one brings. */
        BELOW_COST("below_cost");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * What is expected at a price.
     *
     * @param low units with the elasticity at that end of what is believed that sells fewer
     * @param high at the other one
     */
    public record Expectation(double units, double low, double high, Money revenue) {

        static Expectation of(DemandOutlook outlook, Money price, double ratio) {
            var elasticity = outlook.elasticity();
            var units = outlook.units(ratio, elasticity.mean());
            var one = outlook.units(ratio, elasticity.low());
            var other = outlook.units(ratio, elasticity.high());
            var revenue = new Money(Math.round(units * price.amount()), price.currency());
            return new Expectation(units, Math.min(one, other), Math.max(one, other), revenue);
        }
    }

    static Advice of(Reason reason, DemandOutlook outlook, Money price, Money proposed) {
        var cover = outlook.cover();
        return new Advice(
                reason,
                price,
                proposed,
                outlook.available(),
                outlook.incoming(),
                cover.isPresent() ? cover.getAsDouble() : null,
                outlook.unitCost(),
                outlook.elasticity(),
                outlook.days(),
                Expectation.of(outlook, price, 1),
                Expectation.of(outlook, proposed, (double) proposed.amount() / price.amount()));
    }
}
