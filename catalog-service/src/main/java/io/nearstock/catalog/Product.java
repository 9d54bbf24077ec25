package io.nearstock.catalog;

import static io.nearstock.catalog.ProductStatus.ACTIVE;
import static io.nearstock.catalog.ProductStatus.DISCONTINUED;
import static io.nearstock.catalog.ProductStatus.DRAFT;

import io.nearstock.catalog.Transition.Contradiction;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.Transition.Repetition;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Something the retailer sells, known by its SKU for ever. A value: a transition answers with the product's next
 * version. Each version is announced, so the version is the sequence of its messages too.
 *
 * @param variantOf the id of the product whose variant it is, for good; null where it is a product by itself
 * @param change what staff have done to it last; null where it was stored before that was kept
 * @param prices null where it was not sold yet, or was stored before they were kept and has not changed since
 * @param popularity counted beside its versions; null where it was never bought
 */
public record Product(
        @BsonId String id,
        String sku,
        @Nullable String variantOf,
        ProductDetails details,
        ProductStatus status,
        @Nullable Rating rating,
        Instant createdAt,
        Instant changedAt,
        long version,
        @Nullable ProductChange change,
        @Nullable PriceHistory prices,
        @Nullable Popularity popularity) {

    public static Progress offer(String id, String sku, ProductDetails details, Edit edit) {
        return begin(id, sku, null, details, ACTIVE, edit);
    }

    /** As a draft, it is not sold before somebody says so. */
    public static Progress draft(String id, String sku, ProductDetails details, Edit edit) {
        return begin(id, sku, null, details, DRAFT, edit);
    }

    /** One that was not there, perhaps as a variant of another; a draft or active. */
    public static Progress begin(
            String id,
            String sku,
            @Nullable String variantOf,
            ProductDetails details,
            ProductStatus status,
            Edit edit) {
        var change = ProductChange.created(id, edit);
        var prices = status == ACTIVE ? PriceHistory.begin(details.price(), edit.at()) : null;
        var begun =
                new Product(id, sku, variantOf, details, status, null, edit.at(), edit.at(), 1, change, prices, null);
        return new Progress(begun, null);
    }

    /** Says something else of it; a discontinued product is sold again, a draft stays one. */
    public Transition describe(ProductDetails next, Edit edit) {
        return become(next, status == DRAFT ? DRAFT : ACTIVE, edit);
    }

    /**
     * Costs something else. What began to cost something later than this was to be said stays at that, so an old word never
     * undoes a newer one.
     *
     * @param said from when on it was to cost this
     * @param from when it begins to; not before {@code said}
     */
    public Transition cost(Money price, Instant said, Instant from, Edit edit) {
        var superseded = prices != null && prices.current().from().isAfter(said);
        return superseded || details.price().equals(price)
                ? new Repetition(this)
                : progress(details.costing(price), status, edit, from);
    }

    public Transition discontinue(Edit edit) {
        return become(details, DISCONTINUED, edit);
    }

    /** What was once sold is never a draft again: somebody may have ordered it. */
    public Transition become(ProductDetails next, ProductStatus target, Edit edit) {
        return switch (target) {
            case DRAFT -> status == DRAFT ? changed(next, DRAFT, edit) : new Contradiction(this);
            case ACTIVE, DISCONTINUED -> changed(next, target, edit);
        };
    }

    private Transition changed(ProductDetails next, ProductStatus target, Edit edit) {
        return status == target && details.equals(next)
                ? new Repetition(this)
                : progress(next, target, edit, edit.at());
    }

    /** As it is quoted where it costs something else; never to be stored. */
    public Product at(Money price) {
        var quoted = details.costing(price);
        return new Product(
                id, sku, variantOf, quoted, status, rating, createdAt, changedAt, version, change, prices, popularity);
    }

    /** What its reviews come to now. */
    public Transition rate(Rating next, Instant now) {
        return next.equals(rating)
                ? new Repetition(this)
                : new Progress(
                        new Product(
                                id,
                                sku,
                                variantOf,
                                details,
                                status,
                                next,
                                createdAt,
                                now,
                                version + 1,
                                change,
                                prices,
                                popularity),
                        null);
    }

    /** With further deliveries; no version of its own. */
    public Popularity bought(Collection<Instant> deliveries, Instant asOf, Duration halfLife) {
        return popularity == null
                ? Popularity.begin(deliveries, asOf, halfLife)
                : popularity.after(deliveries, asOf, halfLife);
    }

    /** What a price that may be called reduced is reduced from. */
    public Optional<PriceHistory.Reduced> reduced(Instant now) {
        return Optional.ofNullable(prices).flatMap(past -> past.reduced(now));
    }

    public boolean isActive() {
        return status == ACTIVE;
    }

    /** The choice that only one variant of its product stands for at a time; null where it stands for none. */
    public @Nullable String combination() {
        if (variantOf == null || status == DISCONTINUED) {
            return null;
        }
        var choices = new TreeSet<String>();
        details.options().forEach((name, value) -> choices.add((name + "=" + value).toLowerCase(Locale.ROOT)));
        return variantOf + "\n" + String.join("\n", choices);
    }

    private Progress progress(ProductDetails details, ProductStatus status, Edit edit, Instant pricedFrom) {
        var seen = status == ACTIVE ? seen(details.price(), pricedFrom) : prices;
        var next = new Product(
                id, sku, variantOf, details, status, rating, createdAt, edit.at(), version + 1, null, seen, popularity);
        return new Progress(next.tellingOf(ProductChange.between(this, next, edit)), change);
    }

    private Product tellingOf(ProductChange change) {
        return new Product(
                id, sku, variantOf, details, status, rating, createdAt, changedAt, version, change, prices, popularity);
    }

    private PriceHistory seen(Money price, Instant at) {
        return prices == null ? PriceHistory.begin(price, at) : prices.seen(price, at);
    }
}
