package io.nearstock.order.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nearstock.order.Intent;
import org.jspecify.annotations.Nullable;

/** An intent in the provider's words. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProviderIntent(
        String id,
        String reference,
        String status,
        long amount,
        String currency,
        long authorised,
        long captured,
        long refunded,
        @Nullable String declineCode,
        @Nullable String actionUrl) {

    Intent intent() {
        return new Intent(id, reference, known(), amount, authorised, captured, refunded, declineCode, actionUrl);
    }

    /** A status that is new to us decides nothing. */
    private Intent.Status known() {
        return switch (status) {
            case "requires_confirmation" -> Intent.Status.REQUIRES_CONFIRMATION;
            case "requires_action" -> Intent.Status.REQUIRES_ACTION;
            case "authorised" -> Intent.Status.AUTHORISED;
            case "declined" -> Intent.Status.DECLINED;
            case "voided" -> Intent.Status.VOIDED;
            default -> Intent.Status.PROCESSING;
        };
    }
}
