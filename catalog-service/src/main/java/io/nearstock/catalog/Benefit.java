package io.nearstock.catalog;

import java.util.List;
import java.util.Optional;

/** What a promotion gives. Percentages are whole; amounts are all in one currency. */
public sealed interface Benefit {

    /** So many percent off everything that the promotion is about. */
    record Percentage(int percent) implements Benefit {}

    /** An amount off everything that the promotion is about together, once a basket. */
    record Fixed(Money amount) implements Benefit {}

    /** Of each {@code buy + get} units the {@code get} cheapest are so many percent cheaper. */
    record BuyXGetY(int buy, int get, int percent) implements Benefit {}

    /** All these together for one price, as often as the basket holds them all. */
    record Bundle(List<Part> parts, Money price) implements Benefit {}

    /** Free units of a product that is in the basket, once other things in it cost at least so much. */
    record Gift(String sku, int quantity, Money minimumSpend) implements Benefit {}

    /** Some units of a product. */
    record Part(String sku, int quantity) {}

    /** Of the amount that it names; empty where it names none. */
    default Optional<String> currency() {
        return switch (this) {
            case Percentage _, BuyXGetY _ -> Optional.empty();
            case Fixed(var amount) -> Optional.of(amount.currency());
            case Bundle(var _, var price) -> Optional.of(price.currency());
            case Gift(var _, var _, var minimumSpend) -> Optional.of(minimumSpend.currency());
        };
    }

    default PromotionKind kind() {
        return switch (this) {
            case Percentage _ -> PromotionKind.PERCENTAGE;
            case Fixed _ -> PromotionKind.FIXED;
            case BuyXGetY _ -> PromotionKind.BUY_X_GET_Y;
            case Bundle _ -> PromotionKind.BUNDLE;
            case Gift _ -> PromotionKind.GIFT;
        };
    }
}
