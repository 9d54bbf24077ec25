package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Origin;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Rating;
import io.nearstock.catalog.quality.watch.Alert.Closing;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What customers' feedback says of a product.
 *
 * @param score 0 to 100: the Bayesian average of its stars; left out where there are none
 * @param distribution how many gave one star, two, and so on to five
 * @param aspects of its latest reviews, the most mentioned first
 * @param returnsRate units that came back in 90 days, of those that were delivered; left out where there were none
 */
record QualityView(
        String productId,
        @Nullable Integer score,
        int reviews,
        List<Integer> distribution,
        List<AspectView> aspects,
        @Nullable Double returnsRate,
        Trend trend,
        List<AlertView> alerts) {

    private static final int MOST_STARS = 5;

    /**
     * Whether its ratings are as they were.
     *
     * @param status {@code steady} or {@code worse}
     * @param expectedLowShare of ratings of one or two stars
     * @param evidence that it has turned bad: an alert is raised where it reaches {@code alertAt}
     */
    record Trend(String status, double expectedLowShare, double evidence, int alertAt) {}

    /**
     * What turned bad, and when.
     *
     * @param lot for those who may know, as the supplier is
     * @param status {@code open} or {@code closed}
     * @param closedBecause {@code calm} where what came after is as it should be, {@code resolved} or {@code mistaken} where
     *     staff said so
     * @param closingReason in their words, for staff alone
     * @param expectedLowShare of ratings, or where the signal is {@code returns} of units that come back
     */
    record AlertView(
            String id,
            @Nullable String aspect,
            @Nullable String lot,
            @Nullable String supplierId,
            long reviews,
            long lowRatings,
            @Nullable Long delivered,
            @Nullable Long returned,
            double expectedLowShare,
            String signal,
            String status,
            Instant raisedAt,
            @Nullable Instant endedAt,
            @Nullable String closedBecause,
            @Nullable String closingReason) {

        static AlertView of(Alert alert, Origin origin, boolean isStaff) {
            var closing = alert.closed();
            return new AlertView(
                    alert.id(),
                    alert.aspect() == null ? null : alert.aspect().code(),
                    origin.lot(),
                    origin.supplierId(),
                    alert.ratings().reviews(),
                    alert.ratings().low(),
                    alert.delivered(),
                    alert.returned(),
                    Shares.rounded(alert.expected()),
                    alert.signalName(),
                    alert.isOpen() ? "open" : "closed",
                    alert.raisedAt(),
                    alert.endedAt(),
                    closing.map(Closing::because).orElse(null),
                    isStaff ? closing.map(Closing::reason).orElse(null) : null);
        }
    }

    static QualityView of(
            Product product,
            List<Reading> readings,
            Watch watch,
            List<AlertView> alerts,
            @Nullable Double returnsRate,
            double usual,
            int alertAt) {
        var rating =
                Objects.requireNonNullElseGet(product.rating(), () -> new Rating(Collections.nCopies(MOST_STARS, 0)));
        var trend = new Trend(
                watch.isAlarmed() ? "worse" : "steady",
                Shares.rounded(watch.past().share(usual)),
                Shares.rounded(watch.evidence().value()),
                alertAt);
        return new QualityView(
                product.id(),
                rating.count() == 0 ? null : score(rating),
                rating.count(),
                rating.distribution(),
                AspectView.of(readings),
                returnsRate,
                trend,
                alerts);
    }

    private static int score(Rating rating) {
        return (int) Math.round(100 * (rating.bayesianAverage() - 1) / (MOST_STARS - 1));
    }
}
