package io.nearstock.order;

import static java.util.Objects.requireNonNull;

import io.nearstock.order.OrderStatus.CancelPending;
import io.nearstock.order.OrderStatus.Cancelled;
import io.nearstock.order.OrderStatus.Completed;
import io.nearstock.order.OrderStatus.Confirmed;
import io.nearstock.order.OrderStatus.Delivered;
import io.nearstock.order.OrderStatus.Dispatched;
import io.nearstock.order.OrderStatus.Placed;
import java.time.Instant;
import java.util.Optional;

/** What an order's payment needs next from the provider; the same order at the same time always answers the same. */
public sealed interface PaymentStep {

    record Nothing() implements PaymentStep {}

    /** The provider does not know the charge yet, or its id got lost on the way here. */
    record Open(Charge charge) implements PaymentStep {}

    /** Only the provider knows whether the card pays. */
    record Decide(Charge charge, String intentId) implements PaymentStep {}

    record Capture(Charge charge, String intentId, long amount) implements PaymentStep {}

    record Refund(Charge charge, String intentId, long amount) implements PaymentStep {}

    /** Gives back what the bank has set aside beyond what was captured. */
    record Release(Charge charge, String intentId) implements PaymentStep {}

    /** No card paid in time. */
    record GiveUp() implements PaymentStep {}

    static PaymentStep of(Order order, Instant now) {
        var payment = order.payment();
        return switch (order.status()) {
            case Placed _ when payment.isUndecided() -> decide(payment, order.isOverdue(now));
            case Placed _ -> order.isOverdue(now) ? new GiveUp() : new Nothing();
            case Dispatched _ -> captureRest(order);
            case Delivered _ when payment.isUndecided() -> decide(payment, false);
            case Delivered _ -> captureRest(order);
            case CancelPending _ -> payment.open().map(PaymentStep::giveBack).orElseGet(Nothing::new);
            case Confirmed _, Completed _, Cancelled _ -> new Nothing();
        };
    }

    /** When somebody must look at the order again if nobody touches it; empty where it waits for people only. */
    static Optional<Instant> dueAt(Order order, Instant now) {
        return switch (of(order, now)) {
            case Nothing _
            when order.status() instanceof Placed -> Optional.of(order.payment().payBy());
            case Nothing _ -> Optional.empty();
            case Open _, Decide _, Capture _, Refund _, Release _, GiveUp _ -> Optional.of(now);
        };
    }

    /** What the provider was never told cannot have been charged; of everything else it is asked first. */
    private static PaymentStep decide(Payment payment, boolean overdue) {
        var charge = payment.latest().orElseThrow();
        var intentId = charge.intentId();
        if (intentId != null) {
            return new Decide(charge, intentId);
        }
        return overdue ? new GiveUp() : new Open(charge);
    }

    private static PaymentStep captureRest(Order order) {
        var charge = order.payment().withRest();
        if (order.payment().plan() == PaymentPlan.DEPOSIT || charge.isEmpty()) {
            return new Nothing();
        }
        var rest = Math.min(
                order.outstanding().amount(),
                charge.get().authorised() - charge.get().captured());
        return new Capture(charge.get(), idOf(charge.get()), rest);
    }

    private static PaymentStep giveBack(Charge charge) {
        if (charge.isUndecided()) {
            return new Decide(charge, idOf(charge));
        }
        var kept = charge.captured() - charge.refunded();
        return kept > 0 ? new Refund(charge, idOf(charge), kept) : new Release(charge, idOf(charge));
    }

    /** Money has moved by it, so the provider knows it. */
    private static String idOf(Charge charge) {
        return requireNonNull(charge.intentId());
    }
}
