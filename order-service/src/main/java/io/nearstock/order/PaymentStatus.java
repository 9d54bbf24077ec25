package io.nearstock.order;

import java.util.Locale;

/** How an order's payment stands in one word. */
enum PaymentStatus {
    PENDING,
    ACTION_REQUIRED,
    DECLINED,
    /** The deposit is captured; a full plan's rest is authorised. */
    DEPOSIT_PAID,
    PAID,
    REFUNDED,
    /** It ended before anything was taken. */
    NONE;

    static PaymentStatus of(Order order) {
        var payment = order.payment();
        if (order.status() instanceof OrderStatus.Cancelled) {
            return payment.refunded() > 0 ? REFUNDED : NONE;
        }
        return payment.latest().map(charge -> of(order, charge)).orElse(PAID);
    }

    private static PaymentStatus of(Order order, Charge latest) {
        return switch (latest.status()) {
            case UNDECIDED -> PENDING;
            case ACTION_REQUIRED -> ACTION_REQUIRED;
            case DECLINED -> DECLINED;
            case AUTHORISED, VOIDED -> order.outstanding().amount() == 0 ? PAID : DEPOSIT_PAID;
        };
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
