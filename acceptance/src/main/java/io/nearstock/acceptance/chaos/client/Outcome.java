package io.nearstock.acceptance.chaos.client;

import io.nearstock.acceptance.shop.Answer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a try ended: done, refused for good, or nobody knows.
 *
 * @param status 0 where no answer came
 * @param orderId the order that the answer names; empty where it names none
 * @param shipmentId the first shipment that it names
 */
public record Outcome(Verdict verdict, int status, String code, String orderId, String shipmentId) {

    public enum Verdict {
        OK,
        FAIL,
        UNKNOWN
    }

    public static final Outcome LOST = new Outcome(Verdict.UNKNOWN, 0, "no answer", "", "");

    static Outcome of(Answer answer) {
        var id = Stream.of("/id", "/orderId").map(answer::text).filter(text -> text.startsWith("ord_"));
        return new Outcome(
                verdict(answer),
                answer.status(),
                answer.text("/code"),
                id.findFirst().orElse(""),
                answer.text("/shipments/0/id"));
    }

    /** What may be otherwise a little later says nothing: a key at work, a limit, a token that is too old. */
    private static Verdict verdict(Answer answer) {
        var status = answer.status();
        var passing = status >= 500
                || status == 401
                || status == 429
                || answer.text("/code").equals("idempotency_in_progress");
        return passing ? Verdict.UNKNOWN : status < 400 ? Verdict.OK : Verdict.FAIL;
    }

    public boolean isKnown() {
        return verdict != Verdict.UNKNOWN;
    }

    public Optional<String> order() {
        return orderId.isEmpty() ? Optional.empty() : Optional.of(orderId);
    }
}
