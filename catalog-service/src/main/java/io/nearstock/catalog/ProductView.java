package io.nearstock.catalog;

import java.time.Instant;
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
                product.status().wireName(),
                product.createdAt(),
                product.changedAt());
    }
}
