package io.nearstock.order;

import static io.nearstock.order.Refusal.NOT_CONFIRMED;
import static io.nearstock.order.Refusal.NOT_DISPATCHED;
import static io.nearstock.order.Refusal.ORDER_CANCELLED;

import io.nearstock.order.OrderEvent.ShipmentDelivered;
import io.nearstock.order.OrderEvent.ShipmentDispatched;
import io.nearstock.order.OrderEvent.ShipmentSupplied;
import io.nearstock.order.OrderStatus.CancelPending;
import io.nearstock.order.OrderStatus.Cancelled;
import io.nearstock.order.OrderStatus.Completed;
import io.nearstock.order.OrderStatus.Confirmed;
import io.nearstock.order.OrderStatus.Delivered;
import io.nearstock.order.OrderStatus.Dispatched;
import io.nearstock.order.OrderStatus.Placed;
import io.nearstock.order.Transition.Contradiction;
import io.nearstock.order.Transition.Progress;
import io.nearstock.order.Transition.Repetition;
import java.time.Instant;
import java.util.List;

/** What becomes of an order's shipments, and of the order by them. */
record Sending(Order order) {

    /** What a hub's shipment waited for has come. */
    Transition supplied(String hubId, Instant at) {
        var waiting = order.shipments().stream()
                .filter(shipment -> shipment.hubId().equals(hubId) && shipment.isWaiting())
                .findFirst();
        return switch (order.status()) {
            case Placed _, Confirmed _, Dispatched _ ->
                waiting.<Transition>map(shipment -> supplied(shipment, at)).orElseGet(() -> new Repetition(order));
            case CancelPending _, Cancelled _ -> new Contradiction(order, ORDER_CANCELLED);
            case Delivered _, Completed _ -> new Repetition(order);
        };
    }

    private Progress supplied(Shipment shipment, Instant at) {
        var here = Shipment.replace(order.shipments(), shipment.supplied(at));
        return order.next(here, order.status(), order.payment(), List.of(ShipmentSupplied.of(order, shipment, at)));
    }

    Transition dispatch(String shipmentId, Instant now) {
        var shipment = Shipment.of(shipmentId, order.shipments());
        return switch (order.status()) {
            case Placed _ -> new Contradiction(order, NOT_CONFIRMED);
            case CancelPending _, Cancelled _ -> new Contradiction(order, ORDER_CANCELLED);
            case Confirmed _ -> dispatched(shipment, new Dispatched(now), now);
            case Dispatched _ when shipment.isPlanned() -> dispatched(shipment, order.status(), now);
            case Dispatched _, Delivered _, Completed _ -> new Repetition(order);
        };
    }

    Transition deliver(String shipmentId, String proof, Instant now) {
        var shipment = Shipment.of(shipmentId, order.shipments());
        return switch (shipment.status()) {
            case PLANNED -> new Contradiction(order, NOT_DISPATCHED);
            case DISPATCHED -> delivered(shipment.delivered(proof, now), now);
            case DELIVERED -> new Repetition(order);
        };
    }

    private Progress dispatched(Shipment shipment, OrderStatus then, Instant now) {
        var sent = Shipment.replace(order.shipments(), shipment.dispatched(now));
        return order.next(sent, then, order.payment(), List.of(ShipmentDispatched.of(order, shipment, now)));
    }

    private Progress delivered(Shipment shipment, Instant now) {
        var arrived = Shipment.replace(order.shipments(), shipment);
        var events = List.<OrderEvent>of(ShipmentDelivered.of(order, shipment, now));
        if (!Shipment.allDelivered(arrived)) {
            return order.next(arrived, order.status(), order.payment(), events);
        }
        return order.outstanding().amount() == 0
                ? order.completed(arrived, order.payment(), events, now)
                : order.next(arrived, new Delivered(now), order.payment(), events);
    }
}
