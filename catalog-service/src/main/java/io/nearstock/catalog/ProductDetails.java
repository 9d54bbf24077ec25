package io.nearstock.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the retailer says of a product.
 *
 * @param category a path such as {@code home/kitchen}
 * @param options what tells a variant from the others of its product; none where it is no variant
 */
public record ProductDetails(
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        Money price,
        Map<String, String> attributes,
        ProductFacts facts,
        Map<String, String> options) {

    /** Products that were stored before there were facts or options have none. */
    public ProductDetails {
        facts = Objects.requireNonNullElse(facts, ProductFacts.NONE);
        options = Objects.requireNonNullElse(options, Map.of());
    }

    public ProductDetails(
            String name,
            @Nullable String description,
            @Nullable String brand,
            String category,
            Money price,
            Map<String, String> attributes) {
        this(name, description, brand, category, price, attributes, ProductFacts.NONE, Map.of());
    }

    public ProductDetails with(ProductFacts known) {
        return new ProductDetails(name, description, brand, category, price, attributes, known, options);
    }

    public ProductDetails costing(Money other) {
        return new ProductDetails(name, description, brand, category, other, attributes, facts, options);
    }

    public ProductDetails in(String elsewhere) {
        return new ProductDetails(name, description, brand, elsewhere, price, attributes, facts, options);
    }

    public ProductDetails choosing(Map<String, String> others) {
        return new ProductDetails(name, description, brand, category, price, attributes, facts, others);
    }

    /** All that it is found and compared by, by name. */
    public Map<String, String> traits() {
        if (options.isEmpty()) {
            return attributes;
        }
        var traits = new HashMap<>(attributes);
        traits.putAll(options);
        return traits;
    }
}
