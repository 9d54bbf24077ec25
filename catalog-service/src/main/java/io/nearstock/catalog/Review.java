package io.nearstock.catalog;

import static io.nearstock.catalog.ReviewStatus.PENDING;
import static io.nearstock.catalog.ReviewStatus.PUBLISHED;
import static io.nearstock.catalog.ReviewStatus.REJECTED;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What a customer says of a product that an order brought, one for each product and order. A value: a transition answers
 * with the next version, and each version is announced.
 *
 * @param flags why staff should look
 * @param note what staff said when they decided
 * @param helpful how many others found it so; counts without a new version
 */
public record Review(
        @BsonId String id,
        String productId,
        String sku,
        String orderId,
        String authorId,
        Opinion opinion,
        ReviewStatus status,
        List<String> flags,
        @Nullable String note,
        List<Earlier> history,
        long helpful,
        Instant createdAt,
        Instant changedAt,
        long version) {

    /** What it said before. */
    public record Earlier(Opinion opinion, Instant until) {}

    /** Published at once unless something about it is suspicious. */
    public static Review write(
            String id,
            Product product,
            String orderId,
            String authorId,
            Opinion opinion,
            List<String> flags,
            Instant now) {
        var status = flags.isEmpty() ? PUBLISHED : PENDING;
        return new Review(
                id,
                product.id(),
                product.sku(),
                orderId,
                authorId,
                opinion,
                status,
                flags,
                null,
                List.of(),
                0,
                now,
                now,
                1);
    }

    /** What staff rejected is looked at again, however it reads now. */
    public Review rewrite(Opinion next, List<String> nextFlags, Instant now) {
        var past = Stream.concat(history.stream(), Stream.of(new Earlier(opinion, now)))
                .toList();
        var open = nextFlags.isEmpty() && status != REJECTED ? PUBLISHED : PENDING;
        return next(next, open, nextFlags, note, past, now);
    }

    public Review moderate(boolean publish, @Nullable String reason, Instant now) {
        return next(opinion, publish ? PUBLISHED : REJECTED, flags, reason, history, now);
    }

    public boolean isPublished() {
        return status == PUBLISHED;
    }

    private Review next(
            Opinion next, ReviewStatus then, List<String> why, @Nullable String said, List<Earlier> past, Instant now) {
        return new Review(
                id,
                productId,
                sku,
                orderId,
                authorId,
                next,
                then,
                why,
                said,
                past,
                helpful,
                createdAt,
                now,
                version + 1);
    }
}
