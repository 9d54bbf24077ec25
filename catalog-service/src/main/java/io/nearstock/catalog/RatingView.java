package io.nearstock.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Stars as the API shows them.
 *
 * @param average left out where nobody has given any
 */
public record RatingView(@Nullable Double average, int count) {

    public static RatingView of(@Nullable Rating rating) {
        return rating == null || rating.count() == 0
                ? new RatingView(null, 0)
                : new RatingView(rating.average(), rating.count());
    }
}
