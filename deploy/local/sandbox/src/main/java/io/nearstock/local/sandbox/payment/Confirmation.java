package io.nearstock.local.sandbox.payment;

import io.nearstock.local.sandbox.payment.Outcome.Changed;
import org.springframework.stereotype.Component;

/** Asks a card for money, with all that its token promises to go wrong. */
@Component
final class Confirmation {

    private static final int DUPLICATES = 3;

    private final Provider provider;
    private final Announcements announcements;
    private final Settlement settlement;
    private final PaymentSettings settings;

    Confirmation(Provider provider, Announcements announcements, Settlement settlement, PaymentSettings settings) {
        this.provider = provider;
        this.announcements = announcements;
        this.settlement = settlement;
        this.settings = settings;
    }

    Outcome confirm(Call call, String intentId, Card card, long capture) {
        if (card == Card.TOK_SLOW && !provider.hasAnswered(call)) {
            pause();
        }
        var outcome = provider.move(call, intentId, intent -> intent.confirm(card, capture));
        if (outcome instanceof Changed(var intent)) {
            follow(card, intent);
        }
        return outcome;
    }

    private void pause() {
        try {
            Thread.sleep(settings.slowness());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Card card, Intent intent) {
        switch (card) {
            case TOK_PROCESSING -> settlement.later(intent);
            case TOK_DUPLICATE_CALLBACK -> announcements.unanswered(intent, DUPLICATES);
            case TOK_TIMEOUT -> announcements.unanswered(intent, 1);
            case TOK_VISA, TOK_DECLINED, TOK_INSUFFICIENT_FUNDS, TOK_SLOW, TOK_REQUIRES_ACTION ->
                announcements.answered(intent);
        }
    }
}
