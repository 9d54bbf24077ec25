package io.nearstock.inventory.holding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Balance;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.Movement;
import io.nearstock.inventory.Pending;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Posting;
import io.nearstock.inventory.StockRow;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must be true once everybody has recovered. */
final class Evening {

    private final List<Hold> holds;
    private final List<Posting> postings;
    private final List<Movement> movements;
    private final List<StockRow> rows;

    private Evening(SimulatedDatabase database) {
        holds = database.all("holds", Hold.class);
        postings = database.all("postings", Posting.class);
        movements = database.all("movements", Movement.class);
        rows = database.all("stock", StockRow.class);
    }

    static void assertBalance(SimulatedDatabase database, Promises promises) {
        var evening = new Evening(database);
        evening.rows.forEach(evening::assertBalance);
        assertThat(evening.holds)
                .allSatisfy(hold -> assertThat(hold.step()).as(hold.id()).isNull());
        evening.holds.forEach(promises::assertKept);
    }

    /** The shipment of a hold that leaves this hub, which takes all its lines along. */
    static String shipment(String hold, String hub) {
        return "shp_" + hold + hub;
    }

    private void assertBalance(StockRow row) {
        assertThat(row.addsUp()).as("%s adds up", row).isTrue();
        assertThat(List.of(row.onHand(), row.safety(), row.damaged(), row.quarantined()))
                .as("balances of %s", row)
                .allMatch(units -> units >= 0);
        assertThat(row.owed()).as("owed by %s", row).isLessThanOrEqualTo(row.backOrderLimit());
        assertThat(row.available() + row.allocated())
                .as("what has left %s had come", row)
                .isNotNegative();
        assertThat(row.allocated()).as("allocated in %s", row).isEqualTo(left().getOrDefault(row.id(), 0));
        assertThat(row.onHand()).as("on hand in %s", row).isEqualTo(cameIn(row) - wentOut(row));
        assertThat(replay(row)).as("replay of %s", row).isEqualTo(row.balance());
        assertThat(row.publishedSeq()).as("published of %s", row).isEqualTo(row.seq());
    }

    /** What is kept in a row is in the ledger only later; a mark is nothing. */
    private Balance replay(StockRow row) {
        var recorded = movements.stream()
                .filter(movement -> movement.row().equals(row.id()))
                .toList();
        var known = recorded.stream().map(Movement::id).toList();
        var waiting = row.pending().stream()
                .filter(pending -> !known.contains(Movement.of(row, pending).id()));
        return Stream.concat(
                        recorded.stream().map(movement -> movement.kind().effect(movement.quantity())),
                        waiting.map(Evening::effect))
                .reduce(Balance.ZERO, Balance::plus);
    }

    private static Balance effect(Pending pending) {
        assertThat(pending.keptUntil()).as("%s", pending).isNotNull();
        return pending.kind().effect(pending.quantity());
    }

    private Map<String, Integer> left() {
        return sums(holds.stream().flatMap(hold -> hold.allotment().left().stream()));
    }

    private int cameIn(StockRow row) {
        return postings.stream()
                .filter(posting -> posting.status() == Posting.Status.ACCEPTED)
                .flatMap(posting -> posting.step().portions().stream()
                        .filter(portion -> portion.row().equals(row.id()))
                        .map(portion -> posting.step().kind().effect(portion.quantity())))
                .mapToInt(Balance::onHand)
                .sum();
    }

    private int wentOut(StockRow row) {
        return sums(holds.stream().flatMap(Evening::gone)).getOrDefault(row.id(), 0);
    }

    private static Stream<Portion> gone(Hold hold) {
        return hold.allotment().shipments().stream()
                .filter(shipment -> hold.allotment().shipped().contains(shipment(hold.id(), shipment.hubId())))
                .flatMap(shipment -> Portion.at(shipment.hubId(), shipment.lines()).stream());
    }

    private static Map<String, Integer> sums(Stream<Portion> portions) {
        return portions.collect(groupingBy(Portion::row, summingInt(Portion::quantity)));
    }
}
