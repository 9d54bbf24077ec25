package io.nearstock.catalog;

import java.util.List;

/** One line of a quote; the total is what is left of unit price times quantity after the discounts. */
public record QuoteLine(
        String sku,
        String productId,
        String name,
        int quantity,
        Money unitPrice,
        List<Discount> discounts,
        Money total) {

    public static QuoteLine of(Product product, int quantity, List<Discount> discounts) {
        var unitPrice = product.details().price();
        var total = unitPrice.times(quantity);
        for (var discount : discounts) {
            total = total.minus(discount.amount());
        }
        return new QuoteLine(
                product.sku(), product.id(), product.details().name(), quantity, unitPrice, discounts, total);
    }
}
