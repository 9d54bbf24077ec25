package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.quality.aspect.Aspect;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a product's low ratings, review by review; what belongs to a burst is no past to compare with. A value: a
 * transition answers with the next state. Public for the driver, which builds it by reflection.
 *
 * @param since the reviews since the evidence began
 * @param calm how much speaks for it that an open alert's burst is over
 * @param alerts the newest last
 */
public record Watch(
        @BsonId String productId,
        Tally past,
        Tally since,
        Evidence evidence,
        double calm,
        List<Alert> alerts,
        List<String> noted,
        long version) {

    private static final int MOST_ALERTS = 20;

    static Watch of(String productId) {
        return new Watch(productId, Tally.NONE, Tally.NONE, Evidence.NONE, 1, List.of(), List.of(), 0);
    }

    /**
     * Sees a review that was published.
     *
     * @param coin uniform on (0, 1)
     * @param usual share of low ratings in the product's category
     */
    Watch observe(boolean low, double coin, double usual, Instant now) {
        return isAlarmed() ? endure(low, now) : weigh(low, coin, usual);
    }

    private Watch weigh(boolean low, double coin, double usual) {
        var all = past.and(low);
        var next = evidence.after(low, all.surprise(low, coin), past.share(usual), usual);
        return next(all, next.isNone() ? Tally.NONE : since.and(low), next, 1, alerts);
    }

    private Watch endure(boolean low, Instant now) {
        var alert = alerts.getLast();
        var next = Math.max(1, calm) * alert.calm(low);
        return alert.isCalm(next)
                ? next(past, Tally.NONE, Evidence.NONE, 1, with(alert.ended(now), alerts.size() - 1))
                : next(past, since, evidence, next, alerts);
    }

    /** Raises an alert; none other before the burst is over. */
    Watch raise(@Nullable Aspect aspect, double usual, Instant now) {
        var calmly = new Tally(past.reviews() - since.reviews(), past.low() - since.low());
        var alert = new Alert("qal_" + productId + "_" + version, aspect, since, calmly.share(usual), now, null);
        return new Watch(productId, calmly, Tally.NONE, Evidence.NONE, 1, with(alert, alerts.size()), noted, version);
    }

    boolean isAlarming(double limit) {
        return !isAlarmed() && evidence.value() >= limit;
    }

    boolean isAlarmed() {
        return !alerts.isEmpty() && alerts.getLast().isOpen();
    }

    private List<Alert> with(Alert last, int before) {
        return Stream.concat(alerts.stream().limit(before).skip(Math.max(0, before - MOST_ALERTS + 1)), Stream.of(last))
                .toList();
    }

    private Watch next(Tally all, Tally sinceThen, Evidence next, double calmer, List<Alert> known) {
        return new Watch(productId, all, sinceThen, next, calmer, known, noted, version + 1);
    }
}
