package io.nearstock.local.sandbox.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The test cards, by what happens to their token. */
enum Card {
    TOK_VISA,
    TOK_DECLINED,
    TOK_INSUFFICIENT_FUNDS,
    /** Approved, but the connection drops before the answer. */
    TOK_TIMEOUT,
    /** Approved after a while. */
    TOK_SLOW,
    /** Approved, and told three times. */
    TOK_DUPLICATE_CALLBACK,
    /** Waits until the customer approves. */
    TOK_REQUIRES_ACTION,
    /** Undecided, then approved by itself. */
    TOK_PROCESSING;

    sealed interface Answer {

        record Approve() implements Answer {}

        record Decline(String code) implements Answer {}

        record Ask() implements Answer {}

        record Settle() implements Answer {}
    }

    Answer answer() {
        return switch (this) {
            case TOK_VISA, TOK_TIMEOUT, TOK_SLOW, TOK_DUPLICATE_CALLBACK -> new Answer.Approve();
            case TOK_DECLINED -> new Answer.Decline("card_declined");
            case TOK_INSUFFICIENT_FUNDS -> new Answer.Decline("insufficient_funds");
            case TOK_REQUIRES_ACTION -> new Answer.Ask();
            case TOK_PROCESSING -> new Answer.Settle();
        };
    }

    static Optional<Card> of(String token) {
        return Arrays.stream(values())
                .filter(card -> card.name().toLowerCase(Locale.ROOT).equals(token))
                .findFirst();
    }
}
