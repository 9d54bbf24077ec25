package io.nearstock.local.sandbox.payment;

import org.jspecify.annotations.Nullable;

/**
 * An intent as callers see it.
 *
 * @param actionUrl where the customer says yes, while the status is requires_action
 */
record IntentView(
        String id,
        String reference,
        IntentStatus status,
        long amount,
        String currency,
        long authorised,
        long captured,
        long refunded,
        @Nullable String declineCode,
        @Nullable String actionUrl) {

    static IntentView of(Intent intent, String publicUrl) {
        return new IntentView(
                intent.id(),
                intent.reference(),
                intent.status(),
                intent.amount(),
                intent.currency(),
                intent.authorised(),
                intent.captured(),
                intent.refunded(),
                intent.declineCode(),
                intent.status() == IntentStatus.REQUIRES_ACTION ? approval(intent, publicUrl) : null);
    }

    private static String approval(Intent intent, String publicUrl) {
        return publicUrl + "/payments/intents/" + intent.id() + "/approve";
    }
}
