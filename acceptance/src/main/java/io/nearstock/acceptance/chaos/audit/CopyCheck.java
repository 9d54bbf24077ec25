package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Fact.number;
import static io.nearstock.acceptance.chaos.audit.Invariant.I8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.stream.Stream;
import org.bson.Document;

/** The copies say what the originals say. */
final class CopyCheck implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.of(levels(evidence), search(evidence), baskets(evidence)).flatMap(found -> found);
    }

    private static Stream<Finding> levels(Evidence evidence) {
        var copies = evidence.copies().stream().collect(toMap(Fact::id, copy -> number(copy, "available")));
        return evidence.stock().stream()
                .filter(row -> copies.getOrDefault(Fact.id(row), -1L) != number(row, "available"))
                .map(row -> new Finding(
                        I8,
                        "%s has %d available, its copy %d"
                                .formatted(
                                        Fact.id(row),
                                        number(row, "available"),
                                        copies.getOrDefault(Fact.id(row), -1L))));
    }

    private static Stream<Finding> search(Evidence evidence) {
        var available = evidence.stock().stream()
                .collect(groupingBy(row -> Fact.text(row, "sku"), summingLong(row -> number(row, "available"))));
        return evidence.inStock().entrySet().stream()
                .filter(found -> found.getValue() != available.getOrDefault(found.getKey(), 0L) > 0)
                .map(found -> new Finding(
                        I8,
                        "search says %s of %s, of which there are %d"
                                .formatted(
                                        found.getValue(), found.getKey(), available.getOrDefault(found.getKey(), 0L))));
    }

    private static Stream<Finding> baskets(Evidence evidence) {
        var learned = evidence.baskets().stream().map(Fact::id).collect(toSet());
        return evidence.realOrders().stream()
                .filter(CopyCheck::wasConfirmed)
                .map(Fact::id)
                .filter(id -> !learned.contains(id))
                .map(id -> new Finding(I8, "nothing was learned from " + id));
    }

    private static boolean wasConfirmed(Document order) {
        return Fact.list(order, "history").stream()
                .anyMatch(happening -> Fact.text(happening, "type").equals("order.confirmed"));
    }
}
