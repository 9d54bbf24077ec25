package io.nearstock.catalog.quote;

import io.nearstock.catalog.Benefit;
import io.nearstock.catalog.Benefit.Bundle;
import io.nearstock.catalog.Benefit.BuyXGetY;
import io.nearstock.catalog.Benefit.Fixed;
import io.nearstock.catalog.Benefit.Gift;
import io.nearstock.catalog.Benefit.Percentage;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.quote.Basket.Line;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What one promotion takes off each line of a basket, in minor units; never more than is left to pay. */
final class Reduction {

    private final Basket basket;
    private final Predicate<Line> meant;

    private Reduction(Basket basket, Promotion promotion) {
        this.basket = basket;
        this.meant = line -> promotion.terms().isAbout(line.product());
    }

    static long[] of(Promotion promotion, Basket basket) {
        return promotion.terms().canBeIn(basket.currency())
                ? new Reduction(basket, promotion).by(promotion.terms().benefit())
                : new long[basket.lines().size()];
    }

    private long[] by(Benefit benefit) {
        return switch (benefit) {
            case Percentage(int percent) -> percentage(percent);
            case Fixed(var amount) -> divided(amount.amount(), basket.left(meant));
            case BuyXGetY(int buy, int get, int percent) -> cheapest(buy, get, percent);
            case Bundle bundle -> bundle(bundle);
            case Gift gift -> gift(gift);
        };
    }

    /** Rounded half up, once for all lines together. */
    private long[] percentage(int percent) {
        var left = basket.left(meant);
        return divided(part(LongStream.of(left).sum(), percent), left);
    }

    private long[] cheapest(int buy, int get, int percent) {
        var units =
                basket.lines().stream().filter(meant).mapToLong(Line::quantity).sum();
        return cheapestUnits(units / (buy + get) * get, percent, meant);
    }

    private long[] gift(Gift gift) {
        Predicate<Line> given = line -> line.product().sku().equals(gift.sku());
        var spent = LongStream.of(basket.left(meant.and(given.negate()))).sum();
        return spent < gift.minimumSpend().amount() ? nothing() : cheapestUnits(gift.quantity(), 100, given);
    }

    /** So many units, the cheapest first, become so many percent cheaper. */
    private long[] cheapestUnits(long units, int percent, Predicate<Line> which) {
        var off = nothing();
        var open = units;
        for (var index : byPrice()) {
            var line = basket.lines().get(index);
            if (which.test(line)) {
                var some = Math.min(open, line.quantity());
                off[index] = Math.min(line.left(), part(some * line.unitPrice(), percent));
                open -= some;
            }
        }
        return off;
    }

    /** Lines of one price change places without changing anything but which of them shows the discount. */
    private List<Integer> byPrice() {
        var lines = basket.lines();
        return IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer index) -> lines.get(index).unitPrice())
                        .thenComparing(index -> lines.get(index).product().sku())
                        .thenComparingInt(index -> lines.get(index).quantity()))
                .toList();
    }

    private long[] bundle(Bundle bundle) {
        var sets = bundle.parts().stream()
                .mapToLong(part -> basket.units(part.sku()) / part.quantity())
                .min()
                .orElse(0);
        var apart = bundle.parts().stream()
                .mapToLong(part -> part.quantity() * unitPrice(part.sku()))
                .sum();
        var saved = Math.max(0, sets * (apart - bundle.price().amount()));
        return divided(saved, basket.left(line -> isPart(bundle, line)));
    }

    private static boolean isPart(Bundle bundle, Line line) {
        return bundle.parts().stream()
                .anyMatch(part -> part.sku().equals(line.product().sku()));
    }

    private long unitPrice(String sku) {
        return basket.lines().stream()
                .filter(line -> line.product().sku().equals(sku))
                .mapToLong(Line::unitPrice)
                .findFirst()
                .orElse(0);
    }

    private static long[] divided(long amount, long[] left) {
        return Shares.of(Math.min(amount, LongStream.of(left).sum()), left);
    }

    private static long part(long amount, int percent) {
        return amount / 100 * percent + (amount % 100 * percent + 50) / 100;
    }

    private long[] nothing() {
        return new long[basket.lines().size()];
    }
}
