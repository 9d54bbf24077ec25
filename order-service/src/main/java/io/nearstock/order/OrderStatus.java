package io.nearstock.order;

import java.time.Instant;

/** Where an order stands, with what is known only there. */
public sealed interface OrderStatus {

    /** Stored, its stock claimed, but not paid, or not known to be. */
    record Placed() implements OrderStatus {}

    record Confirmed(Instant at) implements OrderStatus {}

    /** A shipment is on its way at least. */
    record Dispatched(Instant at) implements OrderStatus {}

    /** All has arrived, something is still to be paid. */
    record Delivered(Instant at) implements OrderStatus {}

    /** A lock: nothing else happens to the order until its payment is settled. */
    record CancelPending(Cancellation cancellation) implements OrderStatus {}

    record Completed(Instant at) implements OrderStatus {}

    record Cancelled(Cancellation cancellation, Instant at) implements OrderStatus {}

    /** Nothing comes after it. */
    default boolean isLast() {
        return switch (this) {
            case Completed _, Cancelled _ -> true;
            case Placed _, Confirmed _, Dispatched _, Delivered _, CancelPending _ -> false;
        };
    }

    /** The name that the API and the store share; it outlives a renamed class. */
    default String name() {
        return switch (this) {
            case Placed _ -> "placed";
            case Confirmed _ -> "confirmed";
            case Dispatched _ -> "dispatched";
            case Delivered _ -> "delivered";
            case CancelPending _ -> "cancel_pending";
            case Completed _ -> "completed";
            case Cancelled _ -> "cancelled";
        };
    }
}
