package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lot of a purchase order: what was to come of it, and what did. */
public record OrderLotView(String sku, String lot, @Nullable LocalDate expiresOn, int announced, int received) {

    private record Key(String sku, String lot) {}

    static List<OrderLotView> of(PurchaseOrder order) {
        var byLot = Stream.concat(announced(order), received(order))
                .collect(groupingBy(
                        view -> new Key(view.sku, view.lot), LinkedHashMap::new, reducing(OrderLotView::and)));
        return byLot.values().stream().flatMap(lot -> lot.stream()).toList();
    }

    private OrderLotView and(OrderLotView other) {
        var expires = expiresOn == null ? other.expiresOn : expiresOn;
        return new OrderLotView(sku, lot, expires, announced + other.announced, received + other.received);
    }

    private static Stream<OrderLotView> announced(PurchaseOrder order) {
        var notice = order.notice();
        return notice == null
                ? Stream.empty()
                : notice.lines().stream().flatMap(line -> {
                    var lot = line.lot();
                    return lot == null
                            ? Stream.empty()
                            : Stream.of(new OrderLotView(line.sku(), lot, line.expiresOn(), line.quantity(), 0));
                });
    }

    private static Stream<OrderLotView> received(PurchaseOrder order) {
        return Objects.requireNonNullElse(order.lots(), List.<ArrivedLot>of()).stream()
                .map(lot -> new OrderLotView(lot.sku(), lot.lot(), lot.expiresOn(), 0, lot.quantity()));
    }
}
