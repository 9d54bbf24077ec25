package io.nearstock.inventory.posting;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.Pick;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Posting.Consignment;
import io.nearstock.inventory.Returns;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.ReturnRequest.ReturnedLine;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A process that dies at each of a return's writes, in turn: who asks again gets each unit into its lot once. */
class ReturnCrashIT {

    private static final Caller STAFF = new Caller("acc_staff", Set.of("staff"), Set.of("inventory"), null, null, null);

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @Test
    void putsBackOnceWhatDiedHalfWay() {
        try (var witness = Instance.of(database, clock)) {
            witness.open("hub_leeds", "Leeds", LEEDS);
            var write = 1;
            while (dies(witness, "TEA-" + write, write)) {
                write++;
            }
            assertThat(write).isGreaterThan(8);
            Books.settleNeglected(witness);
            assertThat(Books.differences(witness)).isEmpty();
        }
    }

    /** False when it has no such write. */
    private boolean dies(Instance witness, String sku, int write) {
        var trouble = Trouble.at(write, Kind.CRASH_AFTER, () -> {});
        hadLots(witness, sku);
        hasLeft(sku, new Part("L-1", null, 2), new Part("L-2", null, 3));
        try (var mortal = Instance.of(database, clock, trouble)) {
            takeBack(mortal, sku);
        } catch (Trouble.Crash _) {
            assertThat(trouble.happened()).isTrue();
        }
        clock.pass(Duration.ofSeconds(11));
        takeBack(witness, sku);
        assertEachIsThereOnce(witness, sku);
        return trouble.happened();
    }

    private static void assertEachIsThereOnce(Instance witness, String sku) {
        var row = witness.row(sku, "hub_leeds");
        assertThat(List.of(row.onHand(), row.available(), row.damaged())).containsExactly(4, 3, 1);
        var lots = witness.the(Lots.class);
        assertThat(lots.of(sku).getFirst().lots())
                .extracting(Lot::lot, Lot::left, Lot::isAside)
                .containsExactlyInAnyOrder(tuple("L-1", 2, false), tuple("L-2", 1, false), tuple("L-2", 1, true));
        assertThat(lots.picksFor("ord_1", sku).getFirst().out()).containsExactly(new Part("L-2", null, 1));
    }

    @Test
    void noUnitComesBackTwiceHoweverManyReturnsAreBookedAtOnce() {
        try (var instance = Instance.of(database, clock)) {
            hasLeft("TEA", new Part("L-1", null, 2), new Part("L-2", null, 2));
            var lots = instance.the(Lots.class);

            var back = IntStream.range(0, 12)
                    .parallel()
                    .mapToObj(each -> lots.bringBack("rtn_" + each + ".0", "ord_1", "TEA", null, 1))
                    .flatMap(List::stream)
                    .map(Part::lot)
                    .sorted()
                    .toList();

            assertThat(back).containsExactly("L-1", "L-1", "L-2", "L-2");
            assertThat(lots.picksFor("ord_1", "TEA").getFirst().out()).isEmpty();
        }
    }

    /** They are all gone by now. */
    private static void hadLots(Instance witness, String sku) {
        var tea = new Portion(sku, "hub_leeds", 5);
        var cause = new Cause("receipt", "rcp_" + sku);
        var receipt = Step.of("rcp_" + sku, MovementKind.RECEIPT, List.of(tea), cause, "acc_staff", null, NOW);
        witness.the(Post.class).receive(receipt, List.of(consignment(sku, "L-1", 2), consignment(sku, "L-2", 3)));
        Goods.adjust(witness, "adj_" + sku, tea.negated(), null);
        Books.settleTouched(witness);
    }

    private static Consignment consignment(String sku, String lot, int units) {
        return new Consignment(sku, lot, null, null, units);
    }

    private void hasLeft(String sku, Part... parts) {
        var cause = new Cause("shipment", "shp_1");
        Instance.withCodecs(database)
                .getCollection("picks", Pick.class)
                .insertOne(new Pick("mov_" + sku, sku, "hub_leeds", List.of(parts), 5, "hld_1", "ord_1", cause, NOW));
    }

    private void takeBack(Instance instance, String sku) {
        var controller = new ReturnController(
                instance.the(Post.class),
                instance.the(Returns.class),
                instance.the(Provenance.class),
                instance.the(SortReturn.class),
                instance.the(ReturnedSerials.class),
                instance.the(BalanceLimits.class),
                instance.the(Hubs.class),
                clock);
        var lines = List.of(
                new ReturnedLine(sku, 3, "available", null, null, null),
                new ReturnedLine(sku, 1, "damaged", "defective", null, null));
        controller.takeBack(
                new ReturnRequest("hub_leeds", "ret_" + sku, "ord_1", lines, null),
                new ResourceId("rtn_" + sku, false),
                STAFF);
    }
}
