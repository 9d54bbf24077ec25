package io.nearstock.order;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer can have: priced lines, whose stock is held, and how they would travel. It has at least one line.
 *
 * @param usesUntil when uses of promotions go back that catalog holds under the hold's id; null where it holds none
 */
public record Offer(
        String customerId,
        String holdId,
        List<OrderLine> lines,
        Address address,
        List<Shipment> shipments,
        @Nullable Instant usesUntil) {

    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    /** Uses of promotions are held with it, which its order has to claim. */
    public boolean redeems() {
        return usesUntil != null;
    }

    /** What each promotion takes off all lines together. */
    public List<Discount> discounts() {
        var sums = new LinkedHashMap<String, Discount>();
        lines.stream()
                .flatMap(line -> line.discounts().stream())
                .forEach(discount -> sums.merge(discount.promotionId(), discount, Offer::sum));
        return List.copyOf(sums.values());
    }

    private static Discount sum(Discount one, Discount other) {
        return new Discount(one.promotionId(), one.name(), one.amount().plus(other.amount()));
    }
}
