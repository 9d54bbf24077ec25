package io.nearstock.inventory.tender;

import io.nearstock.inventory.Money;
import io.nearstock.inventory.Score;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequest.Bid;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts bids in order by a weighted sum of four parts from 0 to 1: the lowest price and the shortest lead time are 1, others
 * their share of it; reliability and quality are the supplier's score. A supplier that nothing is known of gets the middle.
 * The price is that of all that would have to be bought, whatever of it is needed.
 *
 * @param currency what bids are compared in; one in another, from before there was one, has nothing for its price
 */
record Ranking(String currency, Function<String, Score> scores) {

    record Weights(double price, double leadTime, double reliability, double quality) {}

    /**
     * A bid with what each part came to.
     *
     * @param quantity the units that its award would buy
     * @param cost what they cost together
     * @param costPerUnit the same for each unit that is needed, rounded up
     */
    record Ranked(
            Bid bid,
            int quantity,
            Money cost,
            Money costPerUnit,
            double price,
            double leadTime,
            double reliability,
            double quality,
            double total) {}

    static final Weights WEIGHTS = new Weights(0.4, 0.2, 0.2, 0.2);
    private static final double UNKNOWN = 0.5;

    /** The best first; of equal ones the earlier. */
    List<Ranked> of(SourcingRequest request) {
        var bids = request.bids();
        var cheapest = bids.stream()
                .filter(this::isComparable)
                .mapToLong(bid -> cost(bid, request).amount())
                .min()
                .orElse(0);
        var fastest = bids.stream().mapToInt(Bid::leadTimeDays).min().orElse(0);
        return bids.stream()
                .map(bid -> ranked(
                        bid,
                        request,
                        isComparable(bid)
                                ? (double) cheapest / cost(bid, request).amount()
                                : 0,
                        (fastest + 1.0) / (bid.leadTimeDays() + 1)))
                .sorted(Comparator.comparingDouble(Ranked::total)
                        .reversed()
                        .thenComparing(ranked -> ranked.bid().at()))
                .toList();
    }

    private boolean isComparable(Bid bid) {
        return bid.unitCost().currency().equals(currency);
    }

    private static Money cost(Bid bid, SourcingRequest request) {
        return bid.unitCost().times(bid.unitsFor(request.quantity()));
    }

    private Ranked ranked(Bid bid, SourcingRequest request, double price, double leadTime) {
        var score = scores.apply(bid.supplierId());
        var reliability = (known(score.fillRate()) + known(score.punctuality())) / 2;
        var quality = known(score.quality());
        var total = WEIGHTS.price() * price
                + WEIGHTS.leadTime() * leadTime
                + WEIGHTS.reliability() * reliability
                + WEIGHTS.quality() * quality;
        var cost = cost(bid, request);
        var each = cost.of(Math.ceilDiv(cost.amount(), request.quantity()));
        var quantity = bid.unitsFor(request.quantity());
        return new Ranked(bid, quantity, cost, each, price, leadTime, reliability, quality, total);
    }

    private static double known(@Nullable Double part) {
        return part == null ? UNKNOWN : part;
    }
}
