package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Invariant.I9;

import io.nearstock.acceptance.chaos.client.Intent.Kind;
import io.nearstock.acceptance.chaos.client.Journal.Entry;
import io.nearstock.acceptance.chaos.client.Outcome.Verdict;
import java.util.Set;
import java.util.stream.Stream;

/** A 4xx changed nothing: nonsense moved no stock and made no order, a refused cancellation cancelled nothing. */
final class RefusalCheck implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.of(accepted(evidence), moved(evidence), refusedCancellations(evidence))
                .flatMap(found -> found);
    }

    private static Stream<Finding> accepted(Evidence evidence) {
        return evidence.journal().stream()
                .filter(entry -> entry.intent().kind() == Kind.NONSENSE)
                .filter(entry -> entry.outcomes().stream().anyMatch(outcome -> outcome.verdict() == Verdict.OK))
                .map(entry -> new Finding(
                        I9, "nonsense was accepted: " + entry.intent().goods()));
    }

    private static Stream<Finding> moved(Evidence evidence) {
        return evidence.movements().stream()
                .filter(movement -> Fact.text(movement, "sku").equals(evidence.untouched()))
                .filter(movement -> !Fact.text(movement, "kind").equals("RECEIPT"))
                .map(movement -> new Finding(I9, "refused orders moved stock: " + Fact.id(movement)));
    }

    private static Stream<Finding> refusedCancellations(Evidence evidence) {
        var orders = evidence.ordersById();
        return evidence.journal().stream()
                .filter(entry -> entry.intent().kind() == Kind.CANCEL && isRefused(entry))
                .map(entry -> entry.intent().about())
                .flatMap(id -> Stream.ofNullable(orders.get(id)))
                .filter(order -> Set.of("cancelled", "cancel_pending").contains(Evidence.status(order)))
                .map(order -> new Finding(I9, Fact.id(order) + " was cancelled although that was refused"));
    }

    private static boolean isRefused(Entry entry) {
        return entry.outcomes().stream().anyMatch(outcome -> outcome.verdict() == Verdict.FAIL);
    }
}
