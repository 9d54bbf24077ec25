package io.nearstock.inventory;

import io.nearstock.inventory.PurchaseRules.Ruling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The way of an order's goods to its hub. */
record Journey(PurchaseOrder order) {

    /** Whether anything that was announced is still to come. */
    boolean isUnderWay() {
        var notice = order.notice();
        return order.status().isExpected()
                && notice != null
                && order.items().stream().anyMatch(item -> notice.units(item.sku()) > item.came());
    }

    /** Where the goods have been, while they are under way. */
    List<Sighting> sightings() {
        var notice = order.notice();
        return notice == null || !isUnderWay() ? List.of() : notice.sightings();
    }

    /** Empty where it is news: neither too late nor older than what is known of the same goods. */
    Optional<Ruling> answer(Sighting said) {
        if (!order.status().isExpected()) {
            var status = order.status().name().toLowerCase(Locale.ROOT);
            return Optional.of(new Ruling.Refusal(
                    "purchase_order_" + status, "Nothing of an order that is " + status + " comes."));
        }
        if (!isUnderWay()) {
            return Optional.of(
                    new Ruling.Refusal("nothing_on_its_way", "All that was announced is there, or nothing was."));
        }
        var isOld = sightings().stream()
                .anyMatch(
                        known -> known.isOfThoseOf(said.notice()) && !known.at().isBefore(said.at()));
        return isOld ? Optional.of(new Ruling.Same(order)) : Optional.empty();
    }
}
