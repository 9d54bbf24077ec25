package io.nearstock.inventory.tender;

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
 */
final class Ranking {

    record Weights(double price, double leadTime, double reliability, double quality) {}

    /** A bid with what each part came to. */
    record Ranked(Bid bid, double price, double leadTime, double reliability, double quality, double total) {}

    static final Weights WEIGHTS = new Weights(0.4, 0.2, 0.2, 0.2);
    private static final double UNKNOWN = 0.5;

    private Ranking() {}

    /** The best first; of equal ones the earlier. Bids in other currencies than the first one's cannot win on price. */
    static List<Ranked> of(SourcingRequest request, Function<String, Score> scores) {
        var bids = request.bids();
        if (bids.isEmpty()) {
            return List.of();
        }
        var currency = bids.getFirst().unitCost().currency();
        var cheapest = bids.stream()
                .filter(bid -> bid.unitCost().currency().equals(currency))
                .mapToLong(bid -> bid.unitCost().amount())
                .min()
                .orElseThrow();
        var fastest = bids.stream().mapToInt(Bid::leadTimeDays).min().orElseThrow();
        return bids.stream()
                .map(bid -> {
                    var isComparable = bid.unitCost().currency().equals(currency);
                    var price =
                            isComparable ? (double) cheapest / bid.unitCost().amount() : 0;
                    return ranked(
                            bid, price, (fastest + 1.0) / (bid.leadTimeDays() + 1), scores.apply(bid.supplierId()));
                })
                .sorted(Comparator.comparingDouble(Ranked::total)
                        .reversed()
                        .thenComparing(ranked -> ranked.bid().at()))
                .toList();
    }

    private static Ranked ranked(Bid bid, double price, double leadTime, Score score) {
        var reliability = (known(score.fillRate()) + known(score.punctuality())) / 2;
        var quality = known(score.quality());
        var total = WEIGHTS.price() * price
                + WEIGHTS.leadTime() * leadTime
                + WEIGHTS.reliability() * reliability
                + WEIGHTS.quality() * quality;
        return new Ranked(bid, price, leadTime, reliability, quality, total);
    }

    private static double known(@Nullable Double part) {
        return part == null ? UNKNOWN : part;
    }
}
