package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Fact.number;
import static io.nearstock.acceptance.chaos.audit.Fact.text;
import static io.nearstock.acceptance.chaos.audit.Invariant.I5;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** The ledger replays to each row's balances, and no step moved a row twice. */
final class MovementCheck implements Check {

    /** What comes, leaves or is found to be otherwise while it is for sale. */
    private static final Set<String> FOR_SALE =
            Set.of("RECEIPT", "ARRIVAL", "RETURN", "ADJUSTMENT", "COUNT", "COUNTER_SALE", "WRITE_OFF", "TRANSFER");

    /** What comes or leaves while it is set aside. */
    private static final Set<String> ASIDE = Set.of(
            "DAMAGED_ARRIVAL", "DAMAGED_RETURN", "QUARANTINED_RETURN", "DAMAGED_WRITE_OFF", "QUARANTINED_WRITE_OFF");

    /** What is set aside of that which is for sale. */
    private static final Set<String> SET_ASIDE = Set.of("DAMAGE", "QUARANTINE", "SAFETY");

    private static final Set<String> PROMISE = Set.of("HOLD", "RELEASE");
    private static final Set<String> SHIP = Set.of("SHIP");

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        var byRow = evidence.movements().stream().collect(groupingBy(movement -> text(movement, "row")));
        var rows = evidence.stock().stream().flatMap(row -> replay(row, byRow.getOrDefault(Fact.id(row), List.of())));
        return Stream.concat(rows, repeated(evidence));
    }

    private static Stream<Finding> replay(Document row, List<Document> movements) {
        var forSale = sum(movements, FOR_SALE);
        var promised = sum(movements, PROMISE);
        var shipped = sum(movements, SHIP);
        var onHand = forSale + sum(movements, ASIDE) + shipped;
        var available = forSale - sum(movements, SET_ASIDE) + promised;
        var allocated = shipped - promised;
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

    private static long sum(List<Document> movements, Set<String> kinds) {
        return movements.stream()
                .filter(movement -> kinds.contains(text(movement, "kind")))
                .mapToLong(movement -> number(movement, "quantity"))
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
