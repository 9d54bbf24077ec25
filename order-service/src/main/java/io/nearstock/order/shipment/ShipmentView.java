package io.nearstock.order.shipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.order.Item;
import io.nearstock.order.Order;
import io.nearstock.order.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A shipment as those see it who carry it: nothing of what the order costs or how it is paid. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShipmentView(
        String id,
        String orderId,
        String orderStatus,
        String hubId,
        String status,
        LocalDate promisedDate,
        @Nullable LocalDate shipsOn,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        List<Item> lines) {

    static ShipmentView of(Order order, String shipmentId) {
        var shipment = Shipment.of(shipmentId, order.shipments());
        return new ShipmentView(
                shipment.id(),
                order.id(),
                order.status().name(),
                shipment.hubId(),
                shipment.status().name().toLowerCase(Locale.ROOT),
                shipment.promisedDate(),
                shipment.shipsOn(),
                shipment.dispatchedAt(),
                shipment.deliveredAt(),
                shipment.lines());
    }
}
