package io.nearstock.catalog;

import java.util.Map;
import java.util.Objects;
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
        Map<String, String> attributes,
        ProductFacts facts) {

    /** Products that were stored before there were facts have none. */
    public ProductDetails {
        facts = Objects.requireNonNullElse(facts, ProductFacts.NONE);
    }

    public ProductDetails(
            String name,
            @Nullable String description,
            @Nullable String brand,
            String category,
            Money price,
            Map<String, String> attributes) {
        this(name, description, brand, category, price, attributes, ProductFacts.NONE);
    }

    public ProductDetails with(ProductFacts known) {
        return new ProductDetails(name, description, brand, category, price, attributes, known);
    }

    public ProductDetails costing(Money other) {
        return new ProductDetails(name, description, brand, category, other, attributes, facts);
    }

    public ProductDetails in(String elsewhere) {
        return new ProductDetails(name, description, brand, elsewhere, price, attributes, facts);
    }
}
