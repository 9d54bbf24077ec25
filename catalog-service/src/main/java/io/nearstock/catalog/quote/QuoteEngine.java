package io.nearstock.catalog.quote;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.quote.Basket.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Prices a basket: nothing but arithmetic, so the same basket, products and promotions give the same quote. Promotions
 * that may be combined reduce the basket one after the other; each other one would reduce it alone. The customer gets
 * whichever costs least.
 */
final class QuoteEngine {

    /** Some of a product; a basket may have several lines of one. */
    record Wanted(String sku, int quantity) {}

    sealed interface Outcome {

        record Quoted(Quote quote) implements Outcome {}

        /** The lines, counted from 0, whose product is not sold. */
        record UnknownProducts(List<Integer> lines) implements Outcome {}

        record UnknownCoupon() implements Outcome {}

        /** There is such a coupon, but it takes nothing off this basket. */
        record UselessCoupon() implements Outcome {}
    }

    private QuoteEngine() {}

    /** The promotions are those that run now, in the order in which they apply. */
    static Outcome quote(
            List<Wanted> wanted, Map<String, Product> soldBySku, List<Promotion> running, @Nullable String coupon) {
        var unknown = IntStream.range(0, wanted.size())
                .filter(line -> !soldBySku.containsKey(wanted.get(line).sku()))
                .boxed()
                .toList();
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownProducts(unknown);
        }
        var basket =
                new Basket(wanted.stream().map(some -> line(some, soldBySku)).toList());
        return coupon == null ? quoted(basket, withCoupon(running, null)) : quoted(basket, running, coupon);
    }

    private static Outcome quoted(Basket basket, List<Promotion> running, String coupon) {
        var code = coupon.toUpperCase(Locale.ROOT);
        var named = running.stream()
                .filter(promotion -> code.equals(promotion.terms().coupon()))
                .toList();
        if (named.isEmpty()) {
            return new Outcome.UnknownCoupon();
        }
        return named.stream().anyMatch(promotion -> reduces(promotion, basket))
                ? quoted(basket, withCoupon(running, code))
                : new Outcome.UselessCoupon();
    }

    private static boolean reduces(Promotion promotion, Basket basket) {
        return LongStream.of(Reduction.of(promotion, basket)).sum() > 0;
    }

    /** Those that everybody has, and those of this coupon. */
    private static List<Promotion> withCoupon(List<Promotion> running, @Nullable String code) {
        return running.stream()
                .filter(promotion -> !promotion.needsCoupon()
                        || Objects.equals(promotion.terms().coupon(), code))
                .toList();
    }

    private static Outcome quoted(Basket basket, List<Promotion> promotions) {
        var ways = new ArrayList<Basket>();
        var combined = basket;
        for (var promotion : promotions) {
            if (promotion.terms().combinable()) {
                combined = reduced(combined, promotion);
            } else {
                ways.add(reduced(basket, promotion));
            }
        }
        ways.addFirst(combined);
        var cheapest = ways.stream().min(Comparator.comparingLong(Basket::total));
        return new Outcome.Quoted(cheapest.orElseThrow().quote());
    }

    private static Basket reduced(Basket basket, Promotion promotion) {
        return basket.less(promotion, Reduction.of(promotion, basket));
    }

    private static Line line(Wanted wanted, Map<String, Product> soldBySku) {
        return Line.of(Objects.requireNonNull(soldBySku.get(wanted.sku())), wanted.quantity());
    }
}
