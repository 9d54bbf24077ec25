package io.nearstock.catalog.review;

import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.Opinion;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Review;
import io.nearstock.catalog.Reviews;
import io.nearstock.catalog.review.WriteReviews.Outcome.AlreadyReviewed;
import io.nearstock.catalog.review.WriteReviews.Outcome.Done;
import io.nearstock.catalog.review.WriteReviews.Outcome.NotDelivered;
import io.nearstock.catalog.review.WriteReviews.Outcome.Stale;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers and staff do to a single review. A change needs the version that they have seen. */
@Component
final class WriteReviews {

    sealed interface Outcome {

        record Done(Review review) implements Outcome {}

        record Stale() implements Outcome {}

        /** Or not to this customer, or no such order: that is not told apart. */
        record NotDelivered() implements Outcome {}

        record AlreadyReviewed() implements Outcome {}
    }

    /** Shorter ones are often the same by chance. */
    private static final int LEAST_DUPLICATE = 20;

    private final Reviews reviews;
    private final Deliveries deliveries;
    private final Clock clock;

    WriteReviews(Reviews reviews, Deliveries deliveries, Clock clock) {
        this.reviews = reviews;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Writes a review; a retry with the same id finds it written. */
    Outcome write(String id, Product product, String orderId, String authorId, Opinion opinion) {
        if (!deliveries.have(orderId, authorId, product.sku())) {
            return new NotDelivered();
        }
        var review = Review.write(id, product, orderId, authorId, opinion, flags(id, opinion), clock.instant());
        if (reviews.add(review)) {
            return new Done(review);
        }
        return reviews.find(id).<Outcome>map(Done::new).orElseGet(AlreadyReviewed::new);
    }

    Outcome rewrite(Review review, long seen, Opinion opinion) {
        return review.opinion().equals(opinion) && review.version() == seen
                ? new Done(review)
                : store(review, seen, review.rewrite(opinion, flags(review.id(), opinion), clock.instant()));
    }

    Outcome moderate(Review review, long seen, boolean publish, @Nullable String reason) {
        return store(review, seen, review.moderate(publish, reason, clock.instant()));
    }

    private Outcome store(Review review, long seen, Review next) {
        return review.version() == seen && reviews.save(next) ? new Done(next) : new Stale();
    }

    private List<String> flags(String id, Opinion opinion) {
        var isDuplicate = opinion.text().length() >= LEAST_DUPLICATE && reviews.isSaidElsewhere(opinion.text(), id);
        var found = Suspicion.of(opinion);
        return isDuplicate
                ? Stream.concat(found.stream(), Stream.of(Suspicion.DUPLICATE)).toList()
                : found;
    }
}
