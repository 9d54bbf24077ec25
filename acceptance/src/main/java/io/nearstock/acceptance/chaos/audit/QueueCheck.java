package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Invariant.DEAD_LETTERS;
import static io.nearstock.acceptance.chaos.audit.Invariant.OUTBOX;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** Every message has left, and only what was planted was laid aside. */
final class QueueCheck implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        var waiting = evidence.waiting().entrySet().stream()
                .filter(outbox -> outbox.getValue() > 0)
                .map(outbox ->
                        new Finding(OUTBOX, "%d documents of %s wait".formatted(outbox.getValue(), outbox.getKey())));
        return Stream.of(
                        waiting,
                        difference(evidence.deadLetters(), evidence.planted(), "%s was laid aside"),
                        difference(
                                evidence.planted(), evidence.deadLetters(), "%s was planted and nobody laid it aside"))
                .flatMap(found -> found);
    }

    private static Stream<Finding> difference(Collection<String> some, Set<String> others, String what) {
        return some.stream()
                .filter(letter -> !others.contains(letter))
                .map(letter -> new Finding(DEAD_LETTERS, what.formatted(letter)));
    }
}
