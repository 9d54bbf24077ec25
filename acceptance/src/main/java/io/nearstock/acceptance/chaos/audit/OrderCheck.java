package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Invariant.I2;

import io.nearstock.acceptance.chaos.client.Intent.Kind;
import io.nearstock.acceptance.chaos.client.Outcome;
import io.nearstock.acceptance.chaos.client.Outcome.Verdict;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** What was accepted is there, and it has ended or somebody knows that it is his turn. */
final class OrderCheck implements Check {

    /** Staff pack and send, the customer pays the balance. */
    private static final Set<String> WAITS_FOR_A_PERSON = Set.of("confirmed", "dispatched", "delivered");

    private static final Set<String> ENDED = Set.of("completed", "cancelled");

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.of(missing(evidence), unfinished(evidence), undecided(evidence))
                .flatMap(found -> found);
    }

    private static Stream<Finding> missing(Evidence evidence) {
        var known = evidence.ordersById().keySet();
        return evidence.journal().stream()
                .filter(entry -> entry.intent().kind() == Kind.ORDER)
                .flatMap(entry -> entry.outcomes().stream())
                .filter(outcome -> outcome.verdict() == Verdict.OK)
                .map(Outcome::orderId)
                .distinct()
                .filter(id -> !known.contains(id))
                .map(id -> new Finding(I2, "the accepted order %s does not exist".formatted(id)));
    }

    private static Stream<Finding> unfinished(Evidence evidence) {
        return Stream.concat(evidence.realOrders().stream(), evidence.begunOrders().stream())
                .filter(order -> !ENDED.contains(Evidence.status(order)))
                .filter(order -> !WAITS_FOR_A_PERSON.contains(Evidence.status(order)))
                .filter(order -> !waitsForAnotherCard(order))
                .map(order ->
                        new Finding(I2, "the order %s is stuck: %s".formatted(Fact.id(order), Evidence.status(order))));
    }

    private static boolean waitsForAnotherCard(Document order) {
        var charges = Fact.list(order, "payment.charges");
        return Evidence.status(order).equals("placed")
                && !charges.isEmpty()
                && Set.of("DECLINED", "ACTION_REQUIRED").contains(Fact.text(charges.getLast(), "status"));
    }

    /** Nobody said what came of it, however often it was asked. */
    private static Stream<Finding> undecided(Evidence evidence) {
        return evidence.journal().stream()
                .filter(entry -> entry.intent().isCommand() && !entry.isKnown())
                .map(entry -> new Finding(
                        I2,
                        "nobody says what became of %s: %s"
                                .formatted(entry.intent().key(), entry.last())));
    }
}
