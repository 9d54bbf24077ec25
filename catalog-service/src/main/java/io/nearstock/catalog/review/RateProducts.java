package io.nearstock.catalog.review;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.ReviewWatcher;
import io.nearstock.catalog.Reviews;
import io.nearstock.catalog.Transition.Progress;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Counts a product's stars anew after each change of a review. The product is read before its reviews and stored only if
 * it is still that version, so a count that has become old is never the last one.
 */
@Component
final class RateProducts implements ReviewWatcher {

    private static final int ATTEMPTS = 20;

    private final Products products;
    private final Reviews reviews;
    private final Clock clock;

    RateProducts(Products products, Reviews reviews, Clock clock) {
        this.products = products;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public void see(String reviewId, String productId) {
        recount(productId);
    }

    private void recount(String productId) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var product = products.find(productId);
            if (product.isEmpty() || isRated(product.get())) {
                return;
            }
        }
        throw new IllegalStateException("others change " + productId + " all the time");
    }

    private boolean isRated(Product product) {
        var transition = product.rate(reviews.tally(product.id()), clock.instant());
        return !(transition instanceof Progress progress) || products.save(progress);
    }
}
