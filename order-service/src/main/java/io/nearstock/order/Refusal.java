package io.nearstock.order;

import java.util.Locale;

/** Why an order cannot do what it is told; clients know the code. */
public enum Refusal {
    PAYMENT_IN_PROGRESS("The last payment is not decided yet."),
    PAYMENT_WINDOW_OVER("The time to pay is over."),
    ALREADY_PAID("What is due now has been paid."),
    BALANCE_NOT_DUE("The balance is due once everything has arrived."),
    UNKNOWN_CHARGE("The order has no such charge."),
    NOT_CONFIRMED("The order is not paid for yet."),
    NOT_HERE("Some of the shipment has not come to its hub yet."),
    ALREADY_DISPATCHED("A shipment has left; what arrives can be returned."),
    NOT_DISPATCHED("The shipment has not left its hub."),
    ORDER_CANCELLED("The order is cancelled."),
    ORDER_ENDED("The order has ended.");

    private final String detail;

    Refusal(String detail) {
        this.detail = detail;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String detail() {
        return detail;
    }
}
