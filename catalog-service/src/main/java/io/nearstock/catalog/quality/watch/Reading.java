package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Origin;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Review;
import io.nearstock.catalog.quality.aspect.Aspect;
import io.nearstock.catalog.quality.aspect.Mention;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What a review says, read once for each version of it. Public for the driver, which builds it by reflection.
 *
 * @param mentions none while it is not published
 * @param counted whether the product's watch has seen it
 * @param countedFor the ids of others whose watches have
 * @param origin of the goods; null while it is not known
 */
public record Reading(
        @BsonId String reviewId,
        String productId,
        String category,
        boolean low,
        boolean published,
        List<Mention> mentions,
        boolean counted,
        @Nullable List<String> countedFor,
        @Nullable Origin origin,
        long version) {

    private static final int LOW = 2;

    static Reading of(Review review, Product product, List<Mention> mentions) {
        return new Reading(
                review.id(),
                product.id(),
                product.details().category(),
                review.opinion().rating() <= LOW,
                review.isPublished(),
                mentions,
                false,
                null,
                null,
                review.version());
    }

    boolean isCountedFor(Subject subject) {
        return subject.isProduct() ? counted : countedFor != null && countedFor.contains(subject.id());
    }

    /** Uniform on (0, 1), and the same whenever it is asked. */
    double coin() {
        return new SplittableRandom(reviewId.hashCode()).nextDouble();
    }

    Stream<Aspect> complaints() {
        return mentions.stream().filter(mention -> mention.sentiment() < 0).map(Mention::aspect);
    }
}
