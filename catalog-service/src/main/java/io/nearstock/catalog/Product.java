package io.nearstock.catalog;

import static io.nearstock.catalog.ProductStatus.ACTIVE;
import static io.nearstock.catalog.ProductStatus.DISCONTINUED;

import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.Transition.Repetition;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Something the retailer sells, known by its SKU for ever. A value: a transition answers with the product's next
 * version. Each version is announced, so the version is the sequence of its messages too.
 */
public record Product(
        @BsonId String id,
        String sku,
        ProductDetails details,
        ProductStatus status,
        @Nullable Rating rating,
        Instant createdAt,
        Instant changedAt,
        long version) {

    public static Progress offer(String id, String sku, ProductDetails details, Instant now) {
        return new Progress(new Product(id, sku, details, ACTIVE, null, now, now, 1));
    }

    /** Says something else of it; a discontinued product is sold again. */
    public Transition describe(ProductDetails next, Instant now) {
        return status == ACTIVE && details.equals(next) ? new Repetition(this) : progress(next, ACTIVE, now);
    }

    public Transition discontinue(Instant now) {
        return switch (status) {
            case ACTIVE -> progress(details, DISCONTINUED, now);
            case DISCONTINUED -> new Repetition(this);
        };
    }

    /** As it is quoted where it costs something else; never to be stored. */
    public Product at(long amount) {
        var own = details.price();
        var quoted = new ProductDetails(
                details.name(),
                details.description(),
                details.brand(),
                details.category(),
                new Money(amount, own.currency()),
                details.attributes(),
                details.facts());
        return new Product(id, sku, quoted, status, rating, createdAt, changedAt, version);
    }

    /** What its reviews come to now. */
    public Transition rate(Rating next, Instant now) {
        return next.equals(rating)
                ? new Repetition(this)
                : new Progress(new Product(id, sku, details, status, next, createdAt, now, version + 1));
    }

    public boolean isActive() {
        return status == ACTIVE;
    }

    private Progress progress(ProductDetails details, ProductStatus status, Instant now) {
        return new Progress(new Product(id, sku, details, status, rating, createdAt, now, version + 1));
    }
}
