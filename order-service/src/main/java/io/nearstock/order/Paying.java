package io.nearstock.order;

import static io.nearstock.order.Refusal.ALREADY_PAID;
import static io.nearstock.order.Refusal.BALANCE_NOT_DUE;
import static io.nearstock.order.Refusal.ORDER_CANCELLED;
import static io.nearstock.order.Refusal.ORDER_ENDED;
import static io.nearstock.order.Refusal.PAYMENT_IN_PROGRESS;
import static io.nearstock.order.Refusal.PAYMENT_WINDOW_OVER;
import static io.nearstock.order.Refusal.UNKNOWN_CHARGE;

import io.nearstock.order.OrderEvent.PaymentDeclined;
import io.nearstock.order.OrderStatus.CancelPending;
import io.nearstock.order.OrderStatus.Cancelled;
import io.nearstock.order.OrderStatus.Completed;
import io.nearstock.order.OrderStatus.Confirmed;
import io.nearstock.order.OrderStatus.Delivered;
import io.nearstock.order.OrderStatus.Dispatched;
import io.nearstock.order.OrderStatus.Placed;
import io.nearstock.order.Transition.Contradiction;
import io.nearstock.order.Transition.Repetition;
import java.time.Instant;
import java.util.List;

/** What money does to an order. */
record Paying(Order order) {

    /** The provider knows the charge, so it may be confirmed. */
    Transition opened(int number, String intentId) {
        var charge = order.payment().number(number);
        if (charge.intentId() != null) {
            return new Repetition(order);
        }
        return switch (order.status()) {
            case Placed _, Delivered _ ->
                order.next(order.status(), order.payment().with(charge.opened(intentId)), List.of());
            case Confirmed _, Dispatched _, Completed _ -> new Contradiction(order, ALREADY_PAID);
            case CancelPending _, Cancelled _ -> new Contradiction(order, ORDER_CANCELLED);
        };
    }

    /** What the provider tells of a charge, by an answer or a callback. */
    Transition seen(Intent intent, Instant now) {
        var known = order.payment().of(intent.id());
        if (known.isEmpty()) {
            return new Contradiction(order, UNKNOWN_CHARGE);
        }
        var seen = known.get().seen(intent);
        return seen.equals(known.get())
                ? new Repetition(order)
                : settled(order.payment().with(seen), Payment.moved(order, known.get(), seen, now), now);
    }

    /** The provider would not even try the card. */
    Transition refused(int number, String code, Instant now) {
        var charge = order.payment().number(number);
        return charge.isUndecided()
                ? settled(
                        order.payment().with(charge.refused(code)),
                        List.of(new PaymentDeclined(order.id(), code, now)),
                        now)
                : new Repetition(order);
    }

    Transition byAnotherCard(String token, Instant now) {
        return switch (order.status()) {
            case Placed _ when order.payment().isUndecided() -> new Contradiction(order, PAYMENT_IN_PROGRESS);
            case Placed _ when order.isOverdue(now) -> new Contradiction(order, PAYMENT_WINDOW_OVER);
            case Placed _ ->
                order.next(order.status(), order.payment().withNextCharge(order.total(), token, now), List.of());
            case Confirmed _, Dispatched _, Delivered _, Completed _ -> new Contradiction(order, ALREADY_PAID);
            case CancelPending _, Cancelled _ -> new Contradiction(order, ORDER_CANCELLED);
        };
    }

    Transition balance(String token, Instant now) {
        return switch (order.status()) {
            case Delivered _ when order.payment().isMoving() -> new Contradiction(order, PAYMENT_IN_PROGRESS);
            case Delivered _ ->
                order.next(order.status(), order.payment().withBalance(order.outstanding(), token, now), List.of());
            case Placed _, Confirmed _, Dispatched _ -> new Contradiction(order, BALANCE_NOT_DUE);
            case Completed _ -> new Contradiction(order, ALREADY_PAID);
            case CancelPending _, Cancelled _ -> new Contradiction(order, ORDER_CANCELLED);
        };
    }

    private Transition settled(Payment paid, List<OrderEvent> moved, Instant now) {
        return switch (order.status()) {
            case Placed _ when paid.isSecured() -> order.confirmed(paid, moved, now);
            case Delivered _ when order.outstanding(paid) == 0 -> order.completed(order.shipments(), paid, moved, now);
            case CancelPending(var cancellation)
            when paid.open().isEmpty() -> order.cancelled(cancellation, paid, moved, now);
            case Placed _, Confirmed _, Dispatched _, Delivered _, CancelPending _ ->
                order.next(order.status(), paid, moved);
            case Completed _, Cancelled _ -> new Contradiction(order, ORDER_ENDED);
        };
    }
}
