package io.nearstock.order;

import org.jspecify.annotations.Nullable;

/**
 * A charge as the payment provider sees it; amounts in minor units.
 *
 * @param reference our order's id
 * @param authorised what the card's bank has set aside, captured or not
 * @param actionUrl where the customer proves to be the customer, while the provider wants that
 */
public record Intent(
        String id,
        String reference,
        Status status,
        long amount,
        long authorised,
        long captured,
        long refunded,
        @Nullable String declineCode,
        @Nullable String actionUrl) {

    public enum Status {
        REQUIRES_CONFIRMATION,
        REQUIRES_ACTION,
        PROCESSING,
        AUTHORISED,
        DECLINED,
        VOIDED
    }

    /** Nothing happens to it at the provider until we, or the customer, do something. */
    boolean waitsForUs() {
        return status == Status.REQUIRES_CONFIRMATION || status == Status.REQUIRES_ACTION;
    }
}
