package io.nearstock.catalog.announcement;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Rating;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a product's new state into the words that other services know; platform/contracts holds them still. */
@Component
final class ProductAnnouncements implements Function<Progress, OutboxEntry> {

    /** Left out while there are no reviews. */
    record Stars(double average, int count, double bayesianAverage, List<Integer> distribution) {

        static @Nullable Stars of(@Nullable Rating rating) {
            return rating == null
                    ? null
                    : new Stars(rating.average(), rating.count(), rating.bayesianAverage(), rating.distribution());
        }
    }

    record ProductChanged(
            String productId,
            String sku,
            String name,
            @Nullable String brand,
            String category,
            Money price,
            String status,
            @Nullable Stars rating,
            Instant at) {

        static ProductChanged of(Product product) {
            var details = product.details();
            return new ProductChanged(
                    product.id(),
                    product.sku(),
                    details.name(),
                    details.brand(),
                    details.category(),
                    details.price(),
                    product.status().wireName(),
                    Stars.of(product.rating()),
                    product.changedAt());
        }
    }

    private final OutboxEntries entries;

    ProductAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    @Override
    public OutboxEntry apply(Progress progress) {
        var product = progress.product();
        var event = ProductChanged.of(product);
        return entries.entry(product.id(), product.version(), "product.changed", product.changedAt(), event);
    }
}
