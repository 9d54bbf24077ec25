package io.nearstock.inventory.counting;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.CountedSerials;
import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.State;
import io.nearstock.inventory.SerialUnits;
import io.nearstock.inventory.StockCount;
import io.nearstock.inventory.StockCounts;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A process that comes to grief at each write of a count's approval, in turn: each unit is missed or found once. */
class CountCrashIT {

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @AutoClose
    private final Instance witness = Instance.of(database, clock);

    @Test
    void missesAndFindsEachUnitOnceWhereverItDies() {
        comeToGrief(Kind.CRASH_AFTER, "DEAD-");
    }

    @Test
    void missesAndFindsEachUnitOnceWhereverItSleepsWhileAnotherFinishes() {
        comeToGrief(Kind.PAUSE, "SLOW-");
    }

    private void comeToGrief(Kind kind, String sku) {
        witness.open("hub_leeds", "Leeds", LEEDS);
        var write = 1;
        while (comesToGrief(kind, sku + write, write)) {
            write++;
        }
        assertThat(write).isGreaterThan(12);
        assertThat(Books.differences(witness)).isEmpty();
    }

    /** False when it has no such write. */
    private boolean comesToGrief(Kind kind, String sku, int write) {
        Goods.receiveSerials(witness, "rcp_" + sku, new Portion(sku, "hub_leeds", 3), List.of("S1", "S2", "S3"));
        Books.settleTouched(witness);
        var tally = witness.the(CountedSerials.class).tally(sku, "hub_leeds", List.of("S1", "S4"));
        var id = "cnt_" + sku;
        witness.the(StockCounts.class).add(StockCount.of(id, "hub_leeds", List.of(tally), "acc_1", clock.instant()));

        var trouble = Trouble.at(write, kind, this::finish);
        try (var mortal = Instance.of(database, clock, trouble)) {
            approve(mortal, id);
            Books.settleTouched(mortal);
        } catch (Trouble.Crash | UnavailableException _) {
            assertThat(trouble.happened()).isTrue();
        }
        finish();
        approve(witness, id);
        finish();

        assertThat(witness.the(StockCounts.class).find(id).orElseThrow().status())
                .isEqualTo(StockCount.Status.APPROVED);
        assertThat(witness.row(sku, "hub_leeds").onHand()).isEqualTo(2);
        var units = witness.the(SerialUnits.class).of(sku, List.of("S1", "S2", "S3", "S4"));
        assertThat(units)
                .extracting(SerialUnit::state)
                .containsExactly(State.IN_STOCK, State.OUT, State.OUT, State.IN_STOCK);
        assertThat(units).extracting(SerialUnit::pickedFor).containsOnlyNulls();
        return trouble.happened();
    }

    private void approve(Instance instance, String id) {
        var counts = instance.the(StockCounts.class);
        counts.decide(
                counts.find(id).orElseThrow().approving("acc_2", null, clock.instant(), HoldSettings.DEFAULTS.lease()));
    }

    private void finish() {
        clock.pass(Duration.ofSeconds(11));
        witness.the(CountSweep.class).run();
        Goods.finishWhatOthersBegan(witness);
        Books.settleNeglected(witness);
    }
}
