package io.nearstock.order;

/** When the customer pays; the deposit is captured at confirmation in both. */
public enum PaymentPlan {
    /** All is authorised at once; the rest is captured at dispatch. */
    FULL,
    /** The rest is paid after delivery. */
    DEPOSIT
}
