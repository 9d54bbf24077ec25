package io.nearstock.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happened to an order. Others hear of it, so it carries nothing personal, nor what a person wrote. */
public sealed interface OrderEvent {

    String orderId();

    Instant at();

    /** A shipment as other services need it. */
    record Parcel(String shipmentId, String hubId, LocalDate promisedDate, List<Item> lines) {

        static Parcel of(Shipment shipment) {
            return new Parcel(shipment.id(), shipment.hubId(), shipment.promisedDate(), shipment.lines());
        }
    }

    record OrderPlaced(String orderId, String customerId, String holdId, List<OrderLine> lines, Money total, Instant at)
            implements OrderEvent {

        static OrderPlaced of(Order order) {
            return new OrderPlaced(
                    order.id(), order.customerId(), order.holdId(), order.lines(), order.total(), order.placedAt());
        }
    }

    record OrderConfirmed(
            String orderId,
            String customerId,
            String holdId,
            List<OrderLine> lines,
            List<Parcel> shipments,
            Money total,
            Instant at)
            implements OrderEvent {

        static OrderConfirmed of(Order order, Instant at) {
            var parcels = order.shipments().stream().map(Parcel::of).toList();
            return new OrderConfirmed(
                    order.id(), order.customerId(), order.holdId(), order.lines(), parcels, order.total(), at);
        }
    }

    record PaymentDeclined(String orderId, String code, Instant at) implements OrderEvent {}

    record PaymentCaptured(String orderId, Money amount, Instant at) implements OrderEvent {}

    record PaymentRefunded(String orderId, Money amount, Instant at) implements OrderEvent {}

    record OrderCancelRequested(String orderId, String customerId, Instant at) implements OrderEvent {}

    record OrderCancelled(
            String orderId,
            String customerId,
            String holdId,
            String reason,
            boolean confirmedBefore,
            List<OrderLine> lines,
            Money total,
            Money refunded,
            Instant at)
            implements OrderEvent {

        static OrderCancelled of(Order order, Cancellation cancellation, long refunded, Instant at) {
            return new OrderCancelled(
                    order.id(),
                    order.customerId(),
                    order.holdId(),
                    cancellation.reason(),
                    cancellation.confirmedBefore(),
                    order.lines(),
                    order.total(),
                    order.total().of(refunded),
                    at);
        }
    }

    /** What it waited for has come, so that it can leave. */
    record ShipmentSupplied(
            String orderId,
            String customerId,
            String shipmentId,
            String hubId,
            LocalDate promisedDate,
            List<Item> lines,
            Instant at)
            implements OrderEvent {

        static ShipmentSupplied of(Order order, Shipment shipment, Instant at) {
            return new ShipmentSupplied(
                    order.id(),
                    order.customerId(),
                    shipment.id(),
                    shipment.hubId(),
                    shipment.promisedDate(),
                    shipment.lines(),
                    at);
        }
    }

    record ShipmentDispatched(
            String orderId,
            String customerId,
            String holdId,
            String shipmentId,
            String hubId,
            List<Item> lines,
            Instant at)
            implements OrderEvent {

        static ShipmentDispatched of(Order order, Shipment shipment, Instant at) {
            return new ShipmentDispatched(
                    order.id(),
                    order.customerId(),
                    order.holdId(),
                    shipment.id(),
                    shipment.hubId(),
                    shipment.lines(),
                    at);
        }
    }

    record ShipmentDelivered(
            String orderId,
            String customerId,
            String holdId,
            String shipmentId,
            String hubId,
            List<Item> lines,
            Instant at)
            implements OrderEvent {

        static ShipmentDelivered of(Order order, Shipment shipment, Instant at) {
            return new ShipmentDelivered(
                    order.id(),
                    order.customerId(),
                    order.holdId(),
                    shipment.id(),
                    shipment.hubId(),
                    shipment.lines(),
                    at);
        }
    }

    record OrderCompleted(String orderId, String customerId, List<OrderLine> lines, Money total, Instant at)
            implements OrderEvent {

        static OrderCompleted of(Order order, Instant at) {
            return new OrderCompleted(order.id(), order.customerId(), order.lines(), order.total(), at);
        }
    }

    /** The name that history and messages share; it outlives a renamed class. */
    default String name() {
        return switch (this) {
            case OrderPlaced _ -> "order.placed";
            case OrderConfirmed _ -> "order.confirmed";
            case PaymentDeclined _ -> "payment.declined";
            case PaymentCaptured _ -> "payment.captured";
            case PaymentRefunded _ -> "payment.refunded";
            case OrderCancelRequested _ -> "order.cancel_requested";
            case OrderCancelled _ -> "order.cancelled";
            case ShipmentSupplied _ -> "order.shipment_supplied";
            case ShipmentDispatched _ -> "order.shipment_dispatched";
            case ShipmentDelivered _ -> "order.shipment_delivered";
            case OrderCompleted _ -> "order.completed";
        };
    }

    /** Other services hear of it; the rest is for the order's own history. */
    default boolean concernsOthers() {
        return switch (this) {
            case PaymentDeclined _, PaymentCaptured _, PaymentRefunded _ -> false;
            case OrderPlaced _,
                    OrderConfirmed _,
                    OrderCancelRequested _,
                    OrderCancelled _,
                    ShipmentSupplied _,
                    ShipmentDispatched _,
                    ShipmentDelivered _,
                    OrderCompleted _ -> true;
        };
    }
}
