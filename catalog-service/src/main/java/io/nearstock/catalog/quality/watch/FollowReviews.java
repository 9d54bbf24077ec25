package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.LotShipments;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Review;
import io.nearstock.catalog.ReviewWatcher;
import io.nearstock.catalog.Reviews;
import io.nearstock.catalog.quality.aspect.Mention;
import io.nearstock.catalog.quality.aspect.Mentions;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads each review and has it counted for its product, and for the lot and the supplier of its goods. Review and shipment
 * may become known in either order: each is stored before the other is looked for, so whoever comes second finds both.
 */
@Component
final class FollowReviews implements ReviewWatcher {

    private final Reviews reviews;
    private final Products products;
    private final LotShipments shipments;
    private final Readings readings;
    private final CountReviews counts;
    private final Mentions mentions = new Mentions();

    FollowReviews(Reviews reviews, Products products, LotShipments shipments, Readings readings, CountReviews counts) {
        this.reviews = reviews;
        this.products = products;
        this.shipments = shipments;
        this.readings = readings;
        this.counts = counts;
    }

    @Override
    public void see(String reviewId, String productId) {
        var product = products.find(productId);
        var review = reviews.find(reviewId);
        if (product.isPresent() && review.isPresent()) {
            see(review.get(), product.get());
        }
    }

    /** It is known now of which lots these goods of the order were. */
    void seeOrder(String orderId, String sku) {
        products.ofSkus(List.of(sku))
                .forEach(product -> reviews.ofOrder(orderId, product.id()).ifPresent(review -> see(review, product)));
    }

    private void see(Review review, Product product) {
        var isPublished = review.isPublished();
        readings.keep(Reading.of(review, product, isPublished ? mentions(review) : List.of()));
        var origin = shipments.origin(review.orderId(), review.sku());
        if (!origin.isUnknown()) {
            readings.locate(review.id(), origin);
        }
        if (isPublished) {
            Subject.of(product.id(), origin).forEach(subject -> counts.count(review.id(), subject, product));
        }
    }

    private List<Mention> mentions(Review review) {
        var title = review.opinion().title();
        var text = review.opinion().text();
        return mentions.in(title == null ? text : title + "\n" + text);
    }
}
