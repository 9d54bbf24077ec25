package io.nearstock.order.shipment;

import static io.nearstock.order.Refusal.NOT_HERE;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.order.Inventory;
import io.nearstock.order.Order;
import io.nearstock.order.Orders;
import io.nearstock.order.Shipment;
import io.nearstock.order.Transition;
import io.nearstock.order.Transition.Contradiction;
import io.nearstock.order.Transition.Progress;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets a shipment leave; one that was sold before all of it had come, once it has. */
@Component
final class DispatchShipment {

    private final Orders orders;
    private final Inventory inventory;

    DispatchShipment(Orders orders, Inventory inventory) {
        this.orders = orders;
        this.inventory = inventory;
    }

    Transition dispatch(String shipmentId, Instant now) {
        var order = orders.ofShipment(shipmentId);
        var leaves = order.dispatch(shipmentId, now) instanceof Progress;
        return leaves && isWaiting(order, Shipment.of(shipmentId, order.shipments()))
                ? new Contradiction(order, NOT_HERE)
                : orders.update(order, current -> current.dispatch(shipmentId, now));
    }

    private boolean isWaiting(Order order, Shipment shipment) {
        return shipment.shipsOn() != null
                && inventory
                        .isWaiting(order.holdId(), shipment.hubId())
                        .orElseThrow(() -> new UnavailableException(Duration.ofSeconds(2)));
    }
}
