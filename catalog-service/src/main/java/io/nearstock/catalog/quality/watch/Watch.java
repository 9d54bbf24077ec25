package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Origin;
import io.nearstock.catalog.quality.aspect.Aspect;
import io.nearstock.catalog.quality.watch.Alert.Closing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the low ratings of a product, a supplier's part of it or a lot, review by review; what belongs to a burst
 * is no past to compare with. A value: a transition answers with the next state. Public for the driver, which builds it by
 * reflection.
 *
 * @param id the subject's
 * @param about null in an old one, which is about the product of this id
 * @param all the reviews that it has seen, bursts included; null in an old one
 * @param since the reviews since the evidence began
 * @param calm how much speaks for it that an open alert's burst is over
 * @param alerts the newest last
 */
public record Watch(
        @BsonId String id,
        @Nullable Subject about,
        @Nullable Tally all,
        Tally past,
        Tally since,
        Evidence evidence,
        double calm,
        List<Alert> alerts,
        List<String> noted,
        long version) {

    private static final int MOST_ALERTS = 20;

    static Watch of(Subject about) {
        return new Watch(
                about.id(), about, Tally.NONE, Tally.NONE, Tally.NONE, Evidence.NONE, 1, List.of(), List.of(), 0);
    }

    /** Of a batch that too much of came back: it is seen as a whole, and never again. */
    static Watch ofReturns(String id, Subject about, Batch batch, double expected, Instant now) {
        var seen = new Tally(batch.units(), batch.returned());
        var alert = new Alert(
                "qal_" + id, null, about.lot(), about.supplierId(), seen, expected, now, null, Alert.RETURNS, null);
        return new Watch(id, about, seen, seen, Tally.NONE, Evidence.NONE, 1, List.of(alert), List.of(), 1);
    }

    Subject subject() {
        return about == null ? Subject.product(id) : about;
    }

    /**
     * Sees a review that was published.
     *
     * @param coin uniform on (0, 1)
     * @param usual share of low ratings: in the product's category, or for a lot or supplier in the rest of the product
     */
    Watch observe(boolean low, double coin, double usual, Instant now) {
        var seen = new Watch(id, about, total().and(low), past, since, evidence, calm, alerts, noted, version);
        return isAlarmed() ? seen.endure(low, now) : seen.weigh(low, coin, usual);
    }

    Tally total() {
        return all == null ? past : all;
    }

    private Watch weigh(boolean low, double coin, double usual) {
        var then = past.and(low);
        var next = evidence.after(low, then.surprise(low, coin), past.share(usual), usual);
        return next(then, next.isNone() ? Tally.NONE : since.and(low), next, 1, alerts);
    }

    private Watch endure(boolean low, Instant now) {
        var alert = alerts.getLast();
        var next = Math.max(1, calm) * alert.calm(low);
        return alert.isCalm(next)
                ? next(past, Tally.NONE, Evidence.NONE, 1, with(alert.ended(Closing.CALM, now), alerts.size() - 1))
                : next(past, since, evidence, next, alerts);
    }

    /**
     * Raises an alert; none other before the burst is over.
     *
     * @param origin of what is bad, as far as it is known
     */
    Watch raise(@Nullable Aspect aspect, Origin origin, double usual, Instant now) {
        var calmly = new Tally(past.reviews() - since.reviews(), past.low() - since.low());
        var alert = new Alert(
                "qal_" + id + "_" + version,
                aspect,
                origin.lot(),
                origin.supplierId(),
                since,
                calmly.share(usual),
                now,
                null,
                null,
                null);
        return new Watch(
                id, about, all, calmly, Tally.NONE, Evidence.NONE, 1, with(alert, alerts.size()), noted, version);
    }

    Optional<Alert> alert(String alertId) {
        return alerts.stream().filter(alert -> alert.id().equals(alertId)).findFirst();
    }

    /** Ends the alert that is open; the evidence begins anew. */
    Watch close(Closing closing, Instant now) {
        return next(past, Tally.NONE, Evidence.NONE, 1, with(alerts.getLast().ended(closing, now), alerts.size() - 1));
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

    private Watch next(Tally then, Tally sinceThen, Evidence next, double calmer, List<Alert> known) {
        return new Watch(id, about, all, then, sinceThen, next, calmer, known, noted, version + 1);
    }
}
