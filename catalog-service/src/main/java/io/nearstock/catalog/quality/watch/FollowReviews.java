package io.nearstock.catalog.quality.watch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Review;
import io.nearstock.catalog.ReviewWatcher;
import io.nearstock.catalog.Reviews;
import io.nearstock.catalog.quality.aspect.Aspect;
import io.nearstock.catalog.quality.aspect.Mention;
import io.nearstock.catalog.quality.aspect.Mentions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Reads each review and counts it once for its product, when it is first published. The watch is read before the reading
 * and notes the review in the same write: of what was counted meanwhile, either the version or the note or the reading says so.
 */
@Component
@EnableConfigurationProperties(WatchSettings.class)
final class FollowReviews implements ReviewWatcher {

    private static final int ATTEMPTS = 20;

    private final Reviews reviews;
    private final Products products;
    private final Readings readings;
    private final Watches watches;
    private final UsualShares usual;
    private final AlertAnnouncements announcements;
    private final WatchSettings settings;
    private final Clock clock;
    private final Mentions mentions = new Mentions();

    FollowReviews(
            Reviews reviews,
            Products products,
            Readings readings,
            Watches watches,
            UsualShares usual,
            AlertAnnouncements announcements,
            WatchSettings settings,
            Clock clock) {
        this.reviews = reviews;
        this.products = products;
        this.readings = readings;
        this.watches = watches;
        this.usual = usual;
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void see(String reviewId, String productId) {
        var product = products.find(productId);
        var review = reviews.find(reviewId);
        if (product.isPresent() && review.isPresent()) {
            see(review.get(), product.get());
        }
    }

    private void see(Review review, Product product) {
        var isPublished = review.isPublished();
        readings.keep(Reading.of(review, product, isPublished ? mentions(review) : List.of()));
        if (isPublished) {
            count(review.id(), product);
        }
    }

    private List<Mention> mentions(Review review) {
        var title = review.opinion().title();
        var text = review.opinion().text();
        return mentions.in(title == null ? text : title + "\n" + text);
    }

    private void count(String reviewId, Product product) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var watch = watches.of(product.id());
            var reading = readings.of(reviewId);
            if (reading.counted() || watch.noted().contains(reviewId) || isCounted(reading, watch, product)) {
                readings.markCounted(reviewId);
                watches.forget(product.id(), reviewId);
                return;
            }
        }
        throw new IllegalStateException("others count for " + product.id() + " all the time");
    }

    private boolean isCounted(Reading reading, Watch watch, Product product) {
        var share = usual.in(reading.category());
        var now = clock.instant();
        var next = watch.observe(reading.low(), reading.coin(), share, now);
        if (!next.isAlarming(settings.betweenFalseAlarms())) {
            return watches.save(next, reading.reviewId(), Optional.empty());
        }
        var raised = next.raise(complaint(next).orElse(null), share, now);
        return watches.save(raised, reading.reviewId(), Optional.of(announcements.raised(raised, product)));
    }

    private Optional<Aspect> complaint(Watch watch) {
        var low = Math.clamp(watch.since().low(), 1, 100);
        return readings.latestLow(watch.productId(), low).stream()
                .flatMap(Reading::complaints)
                .collect(groupingBy(identity(), counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Aspect, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
