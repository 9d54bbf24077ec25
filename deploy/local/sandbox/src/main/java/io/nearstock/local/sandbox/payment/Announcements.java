package io.nearstock.local.sandbox.payment;

import io.nearstock.local.sandbox.payment.PaymentSettings.CallbackScope;
import org.springframework.stereotype.Component;

/** Decides which changes are worth a callback. */
@Component
final class Announcements {

    private final Callbacks callbacks;
    private final PaymentSettings settings;

    Announcements(Callbacks callbacks, PaymentSettings settings) {
        this.callbacks = callbacks;
        this.settings = settings;
    }

    /** The caller has it in the answer, too. */
    void answered(Intent intent) {
        if (settings.callbacks() == CallbackScope.ALL) {
            callbacks.tell(intent, 1);
        }
    }

    /** The caller may not know it otherwise. */
    void unanswered(Intent intent, int times) {
        callbacks.tell(intent, times);
    }
}
