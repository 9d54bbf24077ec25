package io.nearstock.catalog;

import io.nearstock.catalog.PriceHistory.Reduced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as the API shows it.
 *
 * @param listPrice where the price is reduced, what was asked just before
 * @param lowestPrice30d and the lowest that was asked in the 30 days before
 */
public record ProductView(
        String id,
        String sku,
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        Money price,
        @Nullable Money listPrice,
        @Nullable Money lowestPrice30d,
        Map<String, String> attributes,
        @Nullable String gtin,
        @Nullable String manufacturer,
        List<MediaLink> media,
        @Nullable ReturnPolicy returnPolicy,
        @Nullable Storage storage,
        RatingView rating,
        String status,
        Instant createdAt,
        Instant changedAt) {

    public static ProductView of(Product product, Instant now) {
        var reduced = product.reduced(now);
        var details = product.details();
        return new ProductView(
                product.id(),
                product.sku(),
                details.name(),
                details.description(),
                details.brand(),
                details.category(),
                details.price(),
                reduced.map(Reduced::before).orElse(null),
                reduced.map(Reduced::lowest).orElse(null),
                details.attributes(),
                details.facts().gtin(),
                details.facts().manufacturer(),
                details.facts().media(),
                details.facts().returnPolicy(),
                details.facts().storage(),
                RatingView.of(product.rating()),
                product.status().wireName(),
                product.createdAt(),
                product.changedAt());
    }
}
