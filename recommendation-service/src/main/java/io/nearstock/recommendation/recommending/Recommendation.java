package io.nearstock.recommendation.recommending;

import io.nearstock.recommendation.Money;
import io.nearstock.recommendation.Product;
import io.nearstock.recommendation.Shelf.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A product and why it is shown.
 *
 * @param score comparable within one answer only
 */
record Recommendation(View product, double score, Reason reason, Strategy strategy) {

    record View(
            String id, String sku, String name, @Nullable String brand, String category, Money price) {

        static View of(Product product) {
            return new View(
                    product.id(), product.sku(), product.name(), product.brand(), product.category(), product.price());
        }
    }

    record Reason(String code, String text) {}

    static Recommendation of(Shown shown, Strategy strategy, String code, String text) {
        var score = Math.round(shown.fit().score() * 10_000) / 10_000.0;
        return new Recommendation(View.of(shown.product()), score, new Reason(code, text), strategy);
    }
}
