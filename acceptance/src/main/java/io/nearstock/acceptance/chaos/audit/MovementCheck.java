package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Fact.number;
import static io.nearstock.acceptance.chaos.audit.Fact.text;
import static io.nearstock.acceptance.chaos.audit.Invariant.I5;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/** The ledger replays to each row's balances, and no step moved a row twice. */
final class MovementCheck implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        var byRow = evidence.movements().stream().collect(groupingBy(movement -> text(movement, "row")));
        var rows = evidence.stock().stream().flatMap(row -> replay(row, byRow.getOrDefault(Fact.id(row), List.of())));
        return Stream.concat(rows, repeated(evidence));
    }

    private static Stream<Finding> replay(Document row, List<Document> movements) {
        var onHand = sum(movements, Map.of("RECEIPT", 1, "ADJUSTMENT", 1, "SHIP", 1));
        var available = sum(movements, Map.of("RECEIPT", 1, "ADJUSTMENT", 1, "HOLD", 1, "RELEASE", 1));
        var allocated = sum(movements, Map.of("HOLD", -1, "RELEASE", -1, "SHIP", 1));
        var same = onHand == number(row, "onHand")
                && available == number(row, "available")
                && allocated == number(row, "allocated");
        return same
                ? Stream.empty()
                : Stream.of(new Finding(
                        I5,
                        "%s replays to %d on hand, %d available, %d allocated; it has %d, %d, %d"
                                .formatted(
                                        Fact.id(row),
                                        onHand,
                                        available,
                                        allocated,
                                        number(row, "onHand"),
                                        number(row, "available"),
                                        number(row, "allocated"))));
    }

    private static long sum(List<Document> movements, Map<String, Integer> signs) {
        return movements.stream()
                .mapToLong(movement -> signs.getOrDefault(text(movement, "kind"), 0) * number(movement, "quantity"))
                .sum();
    }

    /** A hold takes a row once, whatever attempt it was. */
    private static Stream<Finding> repeated(Evidence evidence) {
        return evidence.movements().stream()
                .filter(movement -> text(movement, "kind").equals("HOLD"))
                .collect(
                        groupingBy(movement -> text(movement, "cause.id") + " of " + text(movement, "row"), counting()))
                .entrySet()
                .stream()
                .filter(times -> times.getValue() > 1)
                .map(times -> new Finding(I5, "%s was taken %d times".formatted(times.getKey(), times.getValue())));
    }
}
