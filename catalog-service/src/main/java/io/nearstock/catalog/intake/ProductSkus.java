package io.nearstock.catalog.intake;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SKUs of products by their ids; remembers some, as the variants of one product often follow each other. */
final class ProductSkus {

    private static final int REMEMBERED = 1_000;

    private final Products products;
    private final Map<String, String> known = new LinkedHashMap<>();

    ProductSkus(Products products) {
        this.products = products;
    }

    @Nullable
    String of(@Nullable String id) {
        if (id == null) {
            return null;
        }
        if (known.size() == REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                id, unknown -> products.find(unknown).map(Product::sku).orElse(null));
    }
}
