package io.nearstock.catalog.announcement;

import io.nearstock.catalog.Review;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells others that a review is there for all to see, or no longer is; what it says is not told, for it may be personal. */
@Component
final class ReviewAnnouncements implements Function<Review, OutboxEntry> {

    record ReviewChanged(String reviewId, String productId, String sku, int rating, String status, Instant at) {}

    private final OutboxEntries entries;

    ReviewAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    @Override
    public OutboxEntry apply(Review review) {
        var event = new ReviewChanged(
                review.id(),
                review.productId(),
                review.sku(),
                review.opinion().rating(),
                review.status().wireName(),
                review.changedAt());
        var type = review.isPublished() ? "review.published" : "review.withheld";
        return entries.entry(review.id(), review.version(), type, review.changedAt(), event);
    }
}
