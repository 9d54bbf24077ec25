package io.nearstock.catalog.review;

import io.nearstock.catalog.Review;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as the API shows it; it names nobody.
 *
 * @param flags for its author and for staff, as note and history are
 */
record ReviewView(
        String id,
        String productId,
        int rating,
        @Nullable String title,
        String text,
        String status,
        long helpful,
        @Nullable List<String> flags,
        @Nullable String note,
        @Nullable List<Earlier> history,
        Instant createdAt,
        Instant changedAt) {

    record Earlier(int rating, @Nullable String title, String text, Instant until) {

        static Earlier of(Review.Earlier earlier) {
            var opinion = earlier.opinion();
            return new Earlier(opinion.rating(), opinion.title(), opinion.text(), earlier.until());
        }
    }

    static ReviewView forAll(Review review) {
        return of(review, false);
    }

    static ReviewView whole(Review review) {
        return of(review, true);
    }

    private static ReviewView of(Review review, boolean whole) {
        var opinion = review.opinion();
        return new ReviewView(
                review.id(),
                review.productId(),
                opinion.rating(),
                opinion.title(),
                opinion.text(),
                review.status().wireName(),
                review.helpful(),
                whole ? review.flags() : null,
                whole ? review.note() : null,
                whole ? review.history().stream().map(Earlier::of).toList() : null,
                review.createdAt(),
                review.changedAt());
    }
}
