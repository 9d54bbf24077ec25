package io.nearstock.order;

import static io.nearstock.order.Refusal.ALREADY_DISPATCHED;

import io.nearstock.order.OrderEvent.OrderCancelRequested;
import io.nearstock.order.OrderEvent.OrderCancelled;
import io.nearstock.order.OrderEvent.OrderCompleted;
import io.nearstock.order.OrderEvent.OrderConfirmed;
import io.nearstock.order.OrderEvent.OrderPlaced;
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

    /** What would be outstanding if this were its payment, in minor units. */
    long outstanding(Payment then) {
        return outstanding(total, status, then);
    }

    /** Placed, and the time to pay is over. */
    boolean isOverdue(Instant now) {
        return status instanceof Placed && !now.isBefore(payment.payBy());
    }

    /** The provider knows the charge, so it may be confirmed. */
    public Transition opened(int number, String intentId) {
        return new Paying(this).opened(number, intentId);
    }

    /** What the provider tells of a charge, by an answer or a callback. */
    public Transition paymentSeen(Intent intent, Instant now) {
        return new Paying(this).seen(intent, now);
    }

    /** The provider would not even try the card. */
    public Transition paymentRefused(int number, String code, Instant now) {
        return new Paying(this).refused(number, code, now);
    }

    public Transition payByAnotherCard(String token, Instant now) {
        return new Paying(this).byAnotherCard(token, now);
    }

    public Transition payBalance(String token, Instant now) {
        return new Paying(this).balance(token, now);
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
        return new Sending(this).supplied(hubId, at);
    }

    public Transition dispatch(String shipmentId, Instant now) {
        return new Sending(this).dispatch(shipmentId, now);
    }

    public Transition deliver(String shipmentId, String proof, Instant now) {
        return new Sending(this).deliver(shipmentId, proof, now);
    }

    Progress confirmed(Payment paid, List<OrderEvent> before, Instant now) {
        return next(new Confirmed(now), paid, and(before, OrderConfirmed.of(this, now)));
    }

    Progress completed(List<Shipment> arrived, Payment paid, List<OrderEvent> before, Instant now) {
        return next(arrived, new Completed(now), paid, and(before, OrderCompleted.of(this, now)));
    }

    private Progress cancel(Cancellation cancellation, Instant now) {
        var requested = List.<OrderEvent>of(new OrderCancelRequested(id, customerId, now));
        return payment.open().isEmpty()
                ? cancelled(cancellation, payment, requested, now)
                : next(new CancelPending(cancellation), payment, requested);
    }

    Progress cancelled(Cancellation cancellation, Payment paid, List<OrderEvent> before, Instant now) {
        var event = OrderCancelled.of(this, cancellation, paid.refunded(), now);
        return next(new Cancelled(cancellation, now), paid, and(before, event));
    }

    Progress next(OrderStatus then, Payment paid, List<OrderEvent> events) {
        return next(shipments, then, paid, events);
    }

    Progress next(List<Shipment> sent, OrderStatus then, Payment paid, List<OrderEvent> events) {
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
