package io.nearstock.inventory.serial;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Movement;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.PickedSerials;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Posting.Consignment;
import io.nearstock.inventory.SerialClaims;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.Claim;
import io.nearstock.inventory.SerialUnit.Source;
import io.nearstock.inventory.SerialUnit.State;
import io.nearstock.inventory.SerialUnits;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single units while processes die at each write, are told twice, and meet: each is in one place, and taken once. */
class SerialCrashIT {

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @AutoClose
    private final Instance witness = Instance.of(database, clock);

    @BeforeEach
    void openHub() {
        witness.open("hub_leeds", "Leeds", LEEDS);
    }

    @Test
    void bringsInAndTakesOutEachUnitOnceWhereverItDies() {
        var write = 1;
        while (dies("TEA-" + write, write)) {
            write++;
        }
        assertThat(write).isGreaterThan(8);
        assertThat(Books.differences(witness)).isEmpty();
    }

    /** False when it has no such write. */
    private boolean dies(String sku, int write) {
        var trouble = Trouble.at(write, Kind.CRASH_AFTER, () -> {});
        try (var mortal = Instance.of(database, clock, trouble)) {
            comesAndGoes(mortal, sku);
        } catch (Trouble.Crash _) {
            assertThat(trouble.happened()).isTrue();
        }
        clock.pass(Duration.ofSeconds(11));
        comesAndGoes(witness, sku);
        Books.settleNeglected(witness);
        var units = units(sku, "S1", "S2", "S3");
        assertThat(units).extracting(SerialUnit::state).containsExactly(State.OUT, State.OUT, State.IN_STOCK);
        assertThat(units).extracting(SerialUnit::lot).containsOnly("L-1");
        assertThat(witness.the(Lots.class).of(sku).getFirst().left("L-1")).isEqualTo(1);
        return trouble.happened();
    }

    private static void comesAndGoes(Instance instance, String sku) {
        come(instance, sku, "S1", "S2", "S3");
        Goods.wish(instance, "wof_" + sku, MovementKind.WRITE_OFF, List.of(new Portion(sku, "hub_leeds", -2)));
        Books.settleTouched(instance);
    }

    private static void come(Instance instance, String sku, String... serials) {
        var receipt = "rcp_" + sku;
        var claim = new Claim(receipt, new Source("L-1", null, null, false), NOW);
        var coming = Stream.of(serials)
                .map(serial -> SerialUnit.coming(sku, serial, "hub_leeds", claim))
                .toList();
        assertThat(instance.the(SerialClaims.class).receive(coming)).isEmpty();
        var portion = new Portion(sku, "hub_leeds", serials.length);
        var step = Step.of(
                receipt, MovementKind.RECEIPT, List.of(portion), new Cause("receipt", receipt), "acc_1", null, NOW);
        instance.the(Post.class).receive(step, List.of(new Consignment(sku, "L-1", null, null, serials.length)));
    }

    @Test
    void refusesAUnitThatSomebodyElseBringsInTheSameInstant() {
        var coming = IntStream.range(0, 8)
                .mapToObj(each -> new Claim("rcp_" + each, new Source(null, null, null, false), NOW))
                .map(claim -> List.of(SerialUnit.coming("MUG", "S1", "hub_leeds", claim)))
                .toList();

        var refused = coming.parallelStream()
                .filter(each -> !witness.the(SerialClaims.class).receive(each).isEmpty())
                .count();

        assertThat(refused).isEqualTo(7);
    }

    @Test
    void givesPickersAndMovementsThatMeetUnitsOfTheirOwn() {
        come(witness, "KETTLE", "K1", "K2", "K3", "K4", "K5", "K6");
        var picked = witness.the(PickedSerials.class);
        var two = new Portion("KETTLE", "hub_leeds", 2);

        IntStream.range(0, 8).parallel().forEach(each -> picked.pick("hld_" + each % 2, two));

        assertThat(Stream.of("hld_0", "hld_1")
                        .flatMap(hold -> picked.pick(hold, two).stream())
                        .map(SerialUnit::serial))
                .hasSize(4)
                .doesNotHaveDuplicates();
        var row = witness.row("KETTLE", "hub_leeds");
        IntStream.range(0, 12)
                .parallel()
                .forEach(each -> witness.the(Lots.class).follow(row, shipping("mov_" + each / 2), "hld_" + each / 2));
        assertThat(units("KETTLE", "K1", "K2", "K3", "K4", "K5", "K6"))
                .extracting(unit -> unit.taken() == null ? "" : unit.taken().movement())
                .containsExactlyInAnyOrder("mov_0", "mov_1", "mov_2", "mov_3", "mov_4", "mov_5");
    }

    private static Movement shipping(String id) {
        var cause = new Cause("shipment", id);
        return new Movement(
                id, "KETTLE@hub_leeds", "KETTLE", "hub_leeds", MovementKind.SHIP, -1, cause, null, null, NOW);
    }

    private List<SerialUnit> units(String sku, String... serials) {
        return witness.the(SerialUnits.class).of(sku, List.of(serials));
    }
}
