package io.nearstock.catalog.advice;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.advice.Advice.Expectation;
import io.nearstock.catalog.advice.DemandOutlook.Elasticity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as staff see it.
 *
 * @param price that the product cost when it was made
 * @param change a share of the price; below zero for a reduction
 * @param unitCost what another one costs us; absent where nobody offers it
 * @param elasticity percent fewer units for a percent dearer, and how sure that is
 * @param rejected why somebody rejected it
 */
record PriceProposalView(
        String id,
        String productId,
        String sku,
        String status,
        ReasonView reason,
        Money price,
        Money proposedPrice,
        double change,
        StockView stock,
        @Nullable Money unitCost,
        Elasticity elasticity,
        ExpectedView expected,
        Instant madeAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rejected) {

    record ReasonView(String code, String text) {}

    /**
     * What is there.
     *
     * @param coverDays that it lasts at the present price; absent where nothing is wanted
     */
    record StockView(int available, int incoming, @Nullable Double coverDays) {}

    /** What is expected in so many days at either price: units, with the outer tenths of what is believed, and revenue. */
    record ExpectedView(int days, Expectation atPrice, Expectation atProposedPrice) {}

    static PriceProposalView of(PriceProposal proposal) {
        var advice = proposal.advice();
        var decision = proposal.decision();
        return new PriceProposalView(
                proposal.id(),
                proposal.productId(),
                proposal.sku(),
                proposal.status().wireName(),
                new ReasonView(advice.reason().code(), text(advice)),
                advice.price(),
                advice.proposed(),
                (double) advice.proposed().amount() / advice.price().amount() - 1,
                new StockView(advice.available(), advice.incoming(), advice.coverDays()),
                advice.unitCost(),
                advice.elasticity(),
                new ExpectedView(advice.days(), advice.atPrice(), advice.atProposed()),
                proposal.madeAt(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason());
    }

    private static String text(Advice advice) {
        return switch (advice.reason()) {
            case OVERSTOCKED -> lasting(advice) + ".";
            case RUNNING_OUT -> lasting(advice) + ", and none is on order.";
            case BELOW_COST -> "It is sold for less than another one costs.";
        };
    }

    private static String lasting(Advice advice) {
        var stock = Math.max(0, advice.available()) + advice.incoming();
        return advice.coverDays() == null
                ? stock + " units are there, and none is wanted"
                : stock + " units last " + Math.round(advice.coverDays()) + " days at what is expected";
    }
}
