package io.nearstock.order;

import static io.nearstock.order.Refusal.ALREADY_DISPATCHED;
import static io.nearstock.order.Refusal.ALREADY_PAID;
import static io.nearstock.order.Refusal.BALANCE_NOT_DUE;
import static io.nearstock.order.Refusal.NOT_CONFIRMED;
import static io.nearstock.order.Refusal.NOT_DISPATCHED;
import static io.nearstock.order.Refusal.ORDER_CANCELLED;
import static io.nearstock.order.Refusal.ORDER_ENDED;
import static io.nearstock.order.Refusal.PAYMENT_IN_PROGRESS;
import static io.nearstock.order.Refusal.PAYMENT_WINDOW_OVER;
import static io.nearstock.order.Refusal.UNKNOWN_CHARGE;

import io.nearstock.order.OrderEvent.OrderCancelRequested;
import io.nearstock.order.OrderEvent.OrderCancelled;
import io.nearstock.order.OrderEvent.OrderCompleted;
import io.nearstock.order.OrderEvent.OrderConfirmed;
import io.nearstock.order.OrderEvent.OrderPlaced;
import io.nearstock.order.OrderEvent.PaymentDeclined;
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
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered and how far it has come. A value: a transition answers with the order's next version. Money
 * taken, less money given back, plus what is outstanding is always what the live lines cost, and nothing is outstanding
 * where an order ends.
 *
 * @param messages how many of its events other services were told
 */
public record Order(
        @BsonId String id,
        String customerId,
        @Nullable String checkoutId,
        String holdId,
        List<OrderLine> lines,
        Money total,
        Address address,
        List<Shipment> shipments,
        Payment payment,
        OrderStatus status,
        Instant placedAt,
        long messages,
        long version) {

    public Order {
        var outstanding = outstanding(total, status, payment);
        if (outstanding < 0 || payment.refunded() > payment.captured() || (status.isLast() && outstanding != 0)) {
            throw new IllegalStateException("the money of " + id + " does not add up: " + outstanding + " outstanding");
        }
    }

    /** The version is that which the store gave; an order that costs nothing is confirmed at once. */
    public static Progress place(
            String id, @Nullable String checkoutId, Offer offer, Payment payment, long version, Instant now) {
        var order = new Order(
                id,
                offer.customerId(),
                checkoutId,
                offer.holdId(),
                offer.lines(),
                offer.total(),
                offer.address(),
                offer.shipments(),
                payment,
                new Placed(),
                now,
                0,
                version);
        var placed = List.<OrderEvent>of(OrderPlaced.of(order));
        return payment.isSecured() ? order.confirmed(payment, placed, now) : order.next(order.status, payment, placed);
    }

    /** What the live lines cost and nobody has paid. */
    public Money outstanding() {
        return total.of(outstanding(total, status, payment));
    }

    /** Placed, and the time to pay is over. */
    boolean isOverdue(Instant now) {
        return status instanceof Placed && !now.isBefore(payment.payBy());
    }

    /** The provider knows the charge, so it may be confirmed. */
    public Transition opened(int number, String intentId) {
        var charge = payment.number(number);
        if (charge.intentId() != null) {
            return new Repetition(this);
        }
        return switch (status) {
            case Placed _, Delivered _ -> next(status, payment.with(charge.opened(intentId)), List.of());
            case Confirmed _, Dispatched _, Completed _ -> new Contradiction(this, ALREADY_PAID);
            case CancelPending _, Cancelled _ -> new Contradiction(this, ORDER_CANCELLED);
        };
    }

    /** What the provider tells of a charge, by an answer or a callback. */
    public Transition paymentSeen(Intent intent, Instant now) {
        var known = payment.of(intent.id());
        if (known.isEmpty()) {
            return new Contradiction(this, UNKNOWN_CHARGE);
        }
        var seen = known.get().seen(intent);
        return seen.equals(known.get())
                ? new Repetition(this)
                : settled(payment.with(seen), Payment.moved(this, known.get(), seen, now), now);
    }

    /** The provider would not even try the card. */
    public Transition paymentRefused(int number, String code, Instant now) {
        var charge = payment.number(number);
        return charge.isUndecided()
                ? settled(payment.with(charge.refused(code)), List.of(new PaymentDeclined(id, code, now)), now)
                : new Repetition(this);
    }

    public Transition payByAnotherCard(String token, Instant now) {
        return switch (status) {
            case Placed _ when payment.isUndecided() -> new Contradiction(this, PAYMENT_IN_PROGRESS);
            case Placed _ when isOverdue(now) -> new Contradiction(this, PAYMENT_WINDOW_OVER);
            case Placed _ -> next(status, payment.withNextCharge(total, token, now), List.of());
            case Confirmed _, Dispatched _, Delivered _, Completed _ -> new Contradiction(this, ALREADY_PAID);
            case CancelPending _, Cancelled _ -> new Contradiction(this, ORDER_CANCELLED);
        };
    }

    public Transition payBalance(String token, Instant now) {
        return switch (status) {
            case Delivered _ when payment.isMoving() -> new Contradiction(this, PAYMENT_IN_PROGRESS);
            case Delivered _ -> next(status, payment.withBalance(outstanding(), token, now), List.of());
            case Placed _, Confirmed _, Dispatched _ -> new Contradiction(this, BALANCE_NOT_DUE);
            case Completed _ -> new Contradiction(this, ALREADY_PAID);
            case CancelPending _, Cancelled _ -> new Contradiction(this, ORDER_CANCELLED);
        };
    }

    public Transition requestCancel(String reason, @Nullable String note, Instant now) {
        return switch (status) {
            case Placed _ -> cancel(new Cancellation(reason, note, false), now);
            case Confirmed _ -> cancel(new Cancellation(reason, note, true), now);
            case CancelPending _, Cancelled _ -> new Repetition(this);
            case Dispatched _, Delivered _, Completed _ -> new Contradiction(this, ALREADY_DISPATCHED);
        };
    }

    /** No card paid in time; an order that one has paid meanwhile stays. */
    public Transition giveUp(Instant now) {
        return isOverdue(now) ? requestCancel("payment_failed", null, now) : new Repetition(this);
    }

    /** What a hub's shipment waited for has come. */
    public Transition supplied(String hubId, Instant at) {
        var waiting = shipments.stream()
                .filter(shipment -> shipment.hubId().equals(hubId) && shipment.isWaiting())
                .findFirst();
        return switch (status) {
            case Placed _, Confirmed _, Dispatched _ ->
                waiting.<Transition>map(shipment -> supplied(shipment, at)).orElseGet(() -> new Repetition(this));
            case CancelPending _, Cancelled _ -> new Contradiction(this, ORDER_CANCELLED);
            case Delivered _, Completed _ -> new Repetition(this);
        };
    }

    private Progress supplied(Shipment shipment, Instant at) {
        var here = Shipment.replace(shipments, shipment.supplied(at));
        return next(here, status, payment, List.of(ShipmentSupplied.of(this, shipment, at)));
    }

    public Transition dispatch(String shipmentId, Instant now) {
        var shipment = Shipment.of(shipmentId, shipments);
        return switch (status) {
            case Placed _ -> new Contradiction(this, NOT_CONFIRMED);
            case CancelPending _, Cancelled _ -> new Contradiction(this, ORDER_CANCELLED);
            case Confirmed _ -> dispatched(shipment, new Dispatched(now), now);
            case Dispatched _ when shipment.isPlanned() -> dispatched(shipment, status, now);
            case Dispatched _, Delivered _, Completed _ -> new Repetition(this);
        };
    }

    public Transition deliver(String shipmentId, String proof, Instant now) {
        var shipment = Shipment.of(shipmentId, shipments);
        return switch (shipment.status()) {
            case PLANNED -> new Contradiction(this, NOT_DISPATCHED);
            case DISPATCHED -> delivered(shipment.delivered(proof, now), now);
            case DELIVERED -> new Repetition(this);
        };
    }

    private Transition settled(Payment paid, List<OrderEvent> moved, Instant now) {
        return switch (status) {
            case Placed _ when paid.isSecured() -> confirmed(paid, moved, now);
            case Delivered _ when outstanding(total, status, paid) == 0 -> completed(shipments, paid, moved, now);
            case CancelPending(var cancellation)
            when paid.open().isEmpty() -> cancelled(cancellation, paid, moved, now);
            case Placed _, Confirmed _, Dispatched _, Delivered _, CancelPending _ -> next(status, paid, moved);
            case Completed _, Cancelled _ -> new Contradiction(this, ORDER_ENDED);
        };
    }

    private Progress confirmed(Payment paid, List<OrderEvent> before, Instant now) {
        return next(new Confirmed(now), paid, and(before, OrderConfirmed.of(this, now)));
    }

    private Progress dispatched(Shipment shipment, OrderStatus then, Instant now) {
        var sent = Shipment.replace(shipments, shipment.dispatched(now));
        return next(sent, then, payment, List.of(ShipmentDispatched.of(this, shipment, now)));
    }

    private Progress delivered(Shipment shipment, Instant now) {
        var arrived = Shipment.replace(shipments, shipment);
        var events = List.<OrderEvent>of(ShipmentDelivered.of(this, shipment, now));
        if (!Shipment.allDelivered(arrived)) {
            return next(arrived, status, payment, events);
        }
        return outstanding().amount() == 0
                ? completed(arrived, payment, events, now)
                : next(arrived, new Delivered(now), payment, events);
    }

    private Progress completed(List<Shipment> arrived, Payment paid, List<OrderEvent> before, Instant now) {
        return next(arrived, new Completed(now), paid, and(before, OrderCompleted.of(this, now)));
    }

    private Progress cancel(Cancellation cancellation, Instant now) {
        var requested = List.<OrderEvent>of(new OrderCancelRequested(id, customerId, now));
        return payment.open().isEmpty()
                ? cancelled(cancellation, payment, requested, now)
                : next(new CancelPending(cancellation), payment, requested);
    }

    private Progress cancelled(Cancellation cancellation, Payment paid, List<OrderEvent> before, Instant now) {
        var event = OrderCancelled.of(this, cancellation, paid.refunded(), now);
        return next(new Cancelled(cancellation, now), paid, and(before, event));
    }

    private Progress next(OrderStatus then, Payment paid, List<OrderEvent> events) {
        return next(shipments, then, paid, events);
    }

    private Progress next(List<Shipment> sent, OrderStatus then, Payment paid, List<OrderEvent> events) {
        var announced = events.stream().filter(OrderEvent::concernsOthers).count();
        var order = new Order(
                id,
                customerId,
                checkoutId,
                holdId,
                lines,
                total,
                address,
                sent,
                paid,
                then,
                placedAt,
                messages + announced,
                version + 1);
        return new Progress(order, events);
    }

    private static List<OrderEvent> and(List<OrderEvent> before, OrderEvent event) {
        return Stream.concat(before.stream(), Stream.of(event)).toList();
    }

    private static long outstanding(Money total, OrderStatus status, Payment payment) {
        var live = status instanceof Cancelled ? 0 : total.amount();
        return live - payment.captured() + payment.refunded();
    }
}
