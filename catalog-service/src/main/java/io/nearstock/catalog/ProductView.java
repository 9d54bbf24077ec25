package io.nearstock.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as the API shows it. */
public record ProductView(
        String id,
        String sku,
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        Money price,
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

    public static ProductView of(Product product) {
        var details = product.details();
        return new ProductView(
                product.id(),
                product.sku(),
                details.name(),
                details.description(),
                details.brand(),
                details.category(),
                details.price(),
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
