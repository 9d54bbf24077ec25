package io.nearstock.recommendation;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue last told of a product.
 *
 * @param sequence of that message; an older one is ignored
 */
public record Product(
        @BsonId String id,
        String sku,
        String name,
        @Nullable String brand,
        String category,
        Money price,
        boolean active,
        long sequence) {}
