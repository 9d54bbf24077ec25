package io.nearstock.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the retailer says of a product.
 *
 * @param category a path such as {@code home/kitchen}
 */
public record ProductDetails(
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        Money price,
        Map<String, String> attributes) {}
