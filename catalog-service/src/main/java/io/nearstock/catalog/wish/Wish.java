package io.nearstock.catalog.wish;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A product on a customer's list. Public for the driver, which builds it by reflection.
 *
 * @param price as it was known last
 * @param productVersion which version of the product had it
 */
public record Wish(
        @BsonId String id,
        String customerId,
        String productId,
        String sku,
        Instant addedAt,
        Money price,
        long productVersion,
        long messages) {

    static Wish of(String customerId, Product product, Instant now) {
        return new Wish(
                id(customerId, product.id()),
                customerId,
                product.id(),
                product.sku(),
                now,
                product.details().price(),
                product.version(),
                0);
    }

    static String id(String customerId, String productId) {
        return customerId + "/" + productId;
    }
}
