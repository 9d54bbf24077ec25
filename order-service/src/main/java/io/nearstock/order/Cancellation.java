package io.nearstock.order;

import org.jspecify.annotations.Nullable;

/**
 * Why an order ends before its goods leave.
 *
 * @param reason {@code customer}, {@code staff} or {@code payment_failed}
 * @param note what a person wrote; it stays in the order
 * @param confirmedBefore others have heard that the order was on
 */
public record Cancellation(String reason, @Nullable String note, boolean confirmedBefore) {}
