package io.nearstock.catalog.quality.watch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.quality.aspect.Aspect;
import io.nearstock.chassis.messaging.OutboxEntry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Counts each review once for each subject, when it is first published. The watch is read before the reading and notes the
 * review in the same write: of what was counted meanwhile, either the version or the note or the reading says so.
 */
@Component
@EnableConfigurationProperties(WatchSettings.class)
final class CountReviews {

    private static final int ATTEMPTS = 20;

    private final Readings readings;
    private final Watches watches;
    private final UsualShares usual;
    private final AlertAnnouncements announcements;
    private final WatchSettings settings;
    private final Clock clock;

    CountReviews(
            Readings readings,
            Watches watches,
            UsualShares usual,
            AlertAnnouncements announcements,
            WatchSettings settings,
            Clock clock) {
        this.readings = readings;
        this.watches = watches;
        this.usual = usual;
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    void count(String reviewId, Subject subject, Product product) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var watch = watches.of(subject);
            var reading = readings.of(reviewId);
            if (reading.isCountedFor(subject)
                    || watch.noted().contains(reviewId)
                    || isCounted(reading, watch, product)) {
                readings.markCounted(reviewId, subject);
                watches.forget(subject, reviewId);
                return;
            }
        }
        throw new IllegalStateException("others count for " + subject.id() + " all the time");
    }

    private boolean isCounted(Reading reading, Watch watch, Product product) {
        var share = usual(reading, watch);
        var now = clock.instant();
        var next = watch.observe(reading.low(), reading.coin(), share, now);
        if (!next.isAlarming(settings.betweenFalseAlarms())) {
            var calmed = watch.isAlarmed() && !next.isAlarmed();
            var closed = calmed ? Optional.of(announcements.closed(next, product)) : Optional.<OutboxEntry>empty();
            return watches.save(next, reading.reviewId(), closed);
        }
        var low = readings.latestLow(next.subject(), Math.clamp(next.since().low(), 1, 100));
        var origin = Blame.origin(low, next.subject().origin());
        var raised = next.raise(complaint(low).orElse(null), origin, share, now);
        return watches.save(raised, reading.reviewId(), Optional.of(announcements.raised(raised, product)));
    }

    /** A product is measured by its category, and what a supplier or a lot brought of it by the rest of it. */
    private double usual(Reading reading, Watch watch) {
        var inCategory = usual.in(reading.category());
        var subject = watch.subject();
        return subject.isProduct()
                ? inCategory
                : watches.of(Subject.product(subject.productId()))
                        .total()
                        .without(watch.total())
                        .share(inCategory);
    }

    private static Optional<Aspect> complaint(List<Reading> low) {
        return low.stream().flatMap(Reading::complaints).collect(groupingBy(identity(), counting())).entrySet().stream()
                .max(Map.Entry.<Aspect, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
