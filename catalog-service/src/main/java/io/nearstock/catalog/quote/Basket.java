package io.nearstock.catalog.quote;

import io.nearstock.catalog.Discount;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.QuoteLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A basket with what was taken off it so far. */
record Basket(List<Line> lines) {

    /** Some units of a product, and what was taken off their price. */
    record Line(Product product, int quantity, List<Discount> discounts) {

        static Line of(Product product, int quantity) {
            return new Line(product, quantity, List.of());
        }

        long unitPrice() {
            return product.details().price().amount();
        }

        /** What these units still cost, in minor units. */
        long left() {
            return quoted().total().amount();
        }

        QuoteLine quoted() {
            return QuoteLine.of(product, quantity, discounts);
        }

        private Line less(Promotion promotion, long amount) {
            var money = new Money(amount, product.details().price().currency());
            var more = new ArrayList<>(discounts);
            more.add(new Discount(promotion.id(), promotion.terms().name(), money));
            return new Line(product, quantity, List.copyOf(more));
        }
    }

    /** Of all lines. */
    String currency() {
        return lines.getFirst().product().details().price().currency();
    }

    /** What is left to pay on the lines that are meant, and 0 on the others. */
    long[] left(Predicate<Line> meant) {
        return lines.stream()
                .mapToLong(line -> meant.test(line) ? line.left() : 0)
                .toArray();
    }

    /** The basket after these amounts, one a line, are taken off. */
    Basket less(Promotion promotion, long[] amounts) {
        var reduced = new ArrayList<Line>();
        for (var index = 0; index < amounts.length; index++) {
            var line = lines.get(index);
            reduced.add(amounts[index] == 0 ? line : line.less(promotion, amounts[index]));
        }
        return new Basket(reduced);
    }

    long units(String sku) {
        return lines.stream()
                .filter(line -> line.product().sku().equals(sku))
                .mapToLong(Line::quantity)
                .sum();
    }

    long total() {
        return lines.stream().mapToLong(Line::left).sum();
    }

    Quote quote() {
        return Quote.of(lines.stream().map(Line::quoted).toList());
    }
}
