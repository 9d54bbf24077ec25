package io.nearstock.inventory.transfer;

import static io.nearstock.inventory.HoldFixtures.BERLIN;
import static io.nearstock.inventory.HoldFixtures.LEASE;
import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Transfer;
import io.nearstock.inventory.Transfer.Load;
import io.nearstock.inventory.Transfer.Status;
import io.nearstock.inventory.Transfers;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies at each of a transfer's writes, in turn: another finishes it, and no unit is lost or made. */
class TransferCrashIT {

    private static final List<Line> BOTH = List.of(new Line("MUG", 2), new Line("TEA", 3));

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CRASH_BEFORE", "CRASH_IN_THE_MIDDLE", "CRASH_AFTER"})
    void finishesWhatDiedHalfWay(Kind kind) {
        var write = 1;
        while (dies(kind, write)) {
            write++;
        }
        assertThat(write).isGreaterThan(kind == Kind.CRASH_IN_THE_MIDDLE ? 2 : 12);
    }

    /** False when it has no such write. */
    private boolean dies(Kind kind, int write) {
        database.drop();
        var trouble = Trouble.at(write, kind, () -> {});
        try (var witness = Instance.of(database, clock)) {
            witness.open("hub_leeds", "Leeds", LEEDS);
            witness.open("hub_berlin", "Berlin", BERLIN);
            Goods.receive(witness, "rcp_1", "hub_leeds", new Line("MUG", 5), new Line("TEA", 5));
            try (var mortal = Instance.of(database, clock, trouble)) {
                sendAndReceive(mortal);
            } catch (Trouble.Crash _) {
                recover(witness);
                assertThat(trouble.happened()).isTrue();
            }
            recover(witness);
            assertNothingLost(witness);
        }
        return trouble.happened();
    }

    private void sendAndReceive(Instance instance) {
        var transfers = instance.the(Transfers.class);
        var sent = transfers.dispatch(
                Transfer.asked("trf_1", "hub_leeds", "hub_berlin", BOTH, "acc_staff", null, NOW, LEASE));
        var loads = List.of(new Load("MUG", 2, 1, "one broke"), new Load("TEA", 3, 4, "one too many"));
        transfers.receive(sent.receiving(loads, "acc_staff", clock.instant(), LEASE));
    }

    private void recover(Instance witness) {
        for (int round = 0; round < 3; round++) {
            clock.pass(Duration.ofSeconds(11));
            Goods.finishWhatOthersBegan(witness);
            witness.the(TransferSweep.class).run();
            Books.settleNeglected(witness);
        }
    }

    private void assertNothingLost(Instance witness) {
        var status = witness.the(Transfers.class).find("trf_1").map(Transfer::status);
        if (status.isEmpty()) {
            assertThat(witness.row("TEA", "hub_leeds").onHand()).isEqualTo(5);
            return;
        }
        assertThat(status.get()).isIn(Status.DISPATCHED, Status.RECEIVED);
        var received = status.get() == Status.RECEIVED;
        assertThat(witness.row("TEA", "hub_leeds").onHand()).isEqualTo(2);
        assertThat(witness.row("MUG", "hub_leeds").available()).isEqualTo(3);
        assertThat(witness.row("TEA", "hub_berlin").available()).isEqualTo(received ? 4 : 0);
        assertThat(witness.row("TEA", "hub_berlin").incoming()).isEqualTo(received ? 0 : 3);
        assertThat(witness.row("MUG", "hub_berlin").available()).isEqualTo(received ? 1 : 0);
        assertThat(witness.row("MUG", "hub_berlin").incoming()).isEqualTo(received ? 0 : 2);
        assertThat(Books.differences(witness)).isEmpty();
    }
}
