package io.nearstock.local.sandbox.payment;

import static io.nearstock.local.sandbox.payment.IntentStatus.AUTHORISED;
import static io.nearstock.local.sandbox.payment.IntentStatus.DECLINED;
import static io.nearstock.local.sandbox.payment.IntentStatus.REQUIRES_CONFIRMATION;
import static io.nearstock.local.sandbox.payment.IntentStatus.VOIDED;

import io.nearstock.local.sandbox.payment.Transition.Progress;
import io.nearstock.local.sandbox.payment.Transition.Refusal;
import io.nearstock.local.sandbox.payment.Transition.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to be paid, in minor units of one currency. A value: a transition answers with the next one.
 *
 * @param authorised what the bank has set aside, captured or not
 * @param captureOnApproval what will be captured at once when an undecided confirmation succeeds
 */
record Intent(
        String id,
        String reference,
        IntentStatus status,
        long amount,
        String currency,
        long authorised,
        long captured,
        long refunded,
        @Nullable String declineCode,
        long captureOnApproval) {

    static Intent open(String id, String reference, long amount, String currency) {
        return new Intent(id, reference, REQUIRES_CONFIRMATION, amount, currency, 0, 0, 0, null, 0);
    }

    /** A declined intent may be confirmed again, with another card. */
    Transition confirm(Card card, long capture) {
        return switch (status) {
            case REQUIRES_CONFIRMATION, DECLINED -> capture > amount ? tooMuch(amount) : decide(card, capture);
            case REQUIRES_ACTION, PROCESSING, AUTHORISED, VOIDED -> wrongState("confirm");
        };
    }

    private Transition decide(Card card, long capture) {
        return switch (card.answer()) {
            case Card.Answer.Approve() -> approved(capture);
            case Card.Answer.Decline(var code) ->
                new Progress(
                        new Intent(id, reference, DECLINED, amount, currency, 0, 0, 0, code, 0),
                        Posting.of(LedgerKind.DECLINE, amount));
            case Card.Answer.Ask() -> new Progress(waiting(IntentStatus.REQUIRES_ACTION, capture), Posting.none());
            case Card.Answer.Settle() -> new Progress(waiting(IntentStatus.PROCESSING, capture), Posting.none());
        };
    }

    /** The customer, or the bank, says yes to a confirmation that was undecided. */
    Transition approve() {
        return switch (status) {
            case REQUIRES_ACTION, PROCESSING -> approved(captureOnApproval);
            case AUTHORISED -> new Repetition(this);
            case REQUIRES_CONFIRMATION, DECLINED, VOIDED -> wrongState("approve");
        };
    }

    Transition capture(long sum) {
        return switch (status) {
            case AUTHORISED -> sum <= authorised - captured ? captured(sum) : tooMuch(authorised - captured);
            case REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING, DECLINED, VOIDED -> wrongState("capture");
        };
    }

    private Progress captured(long sum) {
        return new Progress(
                moved(AUTHORISED, authorised, captured + sum, refunded), Posting.of(LedgerKind.CAPTURE, sum));
    }

    /** What was captured can be given back in every state. */
    Transition refund(long sum) {
        return sum <= captured - refunded
                ? new Progress(moved(status, authorised, captured, refunded + sum), Posting.of(LedgerKind.REFUND, sum))
                : tooMuch(captured - refunded);
    }

    /** Gives back what is set aside and not captured; nothing can be captured afterwards. */
    Transition release() {
        var rest = authorised - captured;
        return switch (status) {
            case VOIDED -> new Repetition(this);
            case REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING, AUTHORISED, DECLINED ->
                new Progress(
                        moved(VOIDED, captured, captured, refunded),
                        rest > 0 ? Posting.of(LedgerKind.VOID, rest) : Posting.none());
        };
    }

    private Progress approved(long capture) {
        return new Progress(
                moved(AUTHORISED, amount, capture, 0),
                Posting.of(LedgerKind.AUTHORISE, amount).and(LedgerKind.CAPTURE, capture));
    }

    private Intent waiting(IntentStatus next, long capture) {
        return new Intent(id, reference, next, amount, currency, 0, 0, 0, null, capture);
    }

    private Intent moved(IntentStatus next, long authorised, long captured, long refunded) {
        return new Intent(id, reference, next, amount, currency, authorised, captured, refunded, null, 0);
    }

    private Refusal wrongState(String command) {
        return new Refusal("intent_" + status.wireName(), "Cannot " + command + ": it is " + status.wireName() + ".");
    }

    private static Refusal tooMuch(long limit) {
        return new Refusal("amount_too_large", "At most " + limit + " is possible.");
    }
}
