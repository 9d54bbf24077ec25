package io.nearstock.inventory.availability;

import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrders;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What suppliers have promised, and for when. */
@Component
final class Expected {

    /** Units of a product that are to be at a hub on a day. */
    record Arrival(LocalDate on, int quantity) {}

    private final PurchaseOrders orders;

    Expected(PurchaseOrders orders) {
        this.orders = orders;
    }

    @Nullable
    LocalDate firstOf(String sku, String hubId) {
        return at(sku, hubId).stream().map(Arrival::on).findFirst().orElse(null);
    }

    /** The earliest first. */
    List<Arrival> at(String sku, String hubId) {
        return orders.expecting(List.of(sku)).stream()
                .filter(order -> order.hubId().equals(hubId))
                .flatMap(order -> arrivals(order, sku))
                .sorted(Comparator.comparing(Arrival::on))
                .toList();
    }

    private static Stream<Arrival> arrivals(PurchaseOrder order, String sku) {
        var on = order.expectedOn();
        return order.items().stream()
                .filter(item -> item.sku().equals(sku) && item.open() > 0)
                .flatMap(item -> Stream.ofNullable(on).map(day -> new Arrival(day, item.open())));
    }
}
