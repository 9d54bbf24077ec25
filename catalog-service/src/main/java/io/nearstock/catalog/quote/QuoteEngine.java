package io.nearstock.catalog.quote;

import io.nearstock.catalog.Product;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Prices a basket: nothing but arithmetic, so the same basket and products give the same quote. */
final class QuoteEngine {

    /** Some of a product; a basket may have several lines of one. */
    record Wanted(String sku, int quantity) {}

    sealed interface Outcome {

        record Quoted(Quote quote) implements Outcome {}

        /** The lines, counted from 0, whose product is not sold. */
        record UnknownProducts(List<Integer> lines) implements Outcome {}

        record UnknownCoupon() implements Outcome {}
    }

    private QuoteEngine() {}

    /** No promotion runs yet, so no line has a discount and no coupon is known. */
    static Outcome quote(List<Wanted> basket, Map<String, Product> soldBySku, @Nullable String coupon) {
        var unknown = IntStream.range(0, basket.size())
                .filter(line -> !soldBySku.containsKey(basket.get(line).sku()))
                .boxed()
                .toList();
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownProducts(unknown);
        }
        if (coupon != null) {
            return new Outcome.UnknownCoupon();
        }
        var lines = basket.stream().map(wanted -> line(wanted, soldBySku)).toList();
        return new Outcome.Quoted(Quote.of(lines));
    }

    private static QuoteLine line(Wanted wanted, Map<String, Product> soldBySku) {
        var product = soldBySku.get(wanted.sku());
        if (product == null) {
            throw new IllegalArgumentException("not sold: " + wanted.sku());
        }
        return QuoteLine.of(product, wanted.quantity(), List.of());
    }
}
