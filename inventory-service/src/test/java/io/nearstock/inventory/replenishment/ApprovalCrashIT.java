package io.nearstock.inventory.replenishment;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.replenishment.Needs.daily;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.Offer;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.Supplier;
import io.nearstock.inventory.Suppliers;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Approving two proposals of one supplier by a process that dies, or sleeps, at each of its writes: both are bought, once. */
class ApprovalCrashIT {

    private static final List<String> BOTH = List.of("MUG", "TEA");

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final MongoDatabase database = mongo.database();
    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CRASH_AFTER", "PAUSE"})
    void buysOnce(Kind kind) {
        try (var witness = Instance.of(database, clock)) {
            var write = 1;
            while (comesToGrief(witness, kind, write)) {
                write++;
            }
            assertThat(write).isEqualTo(7);
        }
    }

    /** False when it has no such write. */
    private boolean comesToGrief(Instance witness, Kind kind, int write) {
        var hub = "hub_" + write;
        prepare(witness, hub);
        var trouble = Trouble.at(write, kind, () -> recover(witness));
        try (var mortal = Instance.of(database, clock, trouble)) {
            approveBoth(mortal, hub);
        } catch (Trouble.Crash _) {
            recover(witness);
        }
        approveBoth(witness, hub);
        var bought = witness.the(PurchaseOrders.class).planned(BOTH).stream()
                .filter(order -> order.hubId().equals(hub))
                .toList();
        assertThat(bought)
                .flatMap(order -> order.items())
                .extracting(Item::sku)
                .containsExactlyInAnyOrder("MUG", "TEA");
        assertThat(proposals(witness, hub)).allSatisfy(proposal -> {
            assertThat(proposal.status()).isEqualTo(Proposal.Status.APPROVED);
            assertThat(proposal.nextActionAt()).isNull();
            assertThat(bought).anySatisfy(order -> assertThat(order.id()).isEqualTo(proposal.becomes()));
        });
        if (!trouble.happened()) {
            assertThat(bought).hasSize(1);
        }
        return trouble.happened();
    }

    private void prepare(Instance witness, String hub) {
        witness.open(hub, "Leeds", LEEDS);
        Goods.receive(witness, "rcp_" + hub, hub, new Line("MUG", 5), new Line("TEA", 5));
        var suppliers = witness.the(Suppliers.class);
        suppliers.add(Supplier.of("sup_1", "Potter", null, null));
        suppliers.offer(BOTH.stream()
                .map(sku -> Offer.of("sup_1", sku, new Money(300, "GBP"), 10, 5, 6, null, null))
                .toList());
        var today = PlanningSettings.DEFAULTS.dayOf(clock.instant());
        var rows = BOTH.stream().map(sku -> StockRow.id(sku, hub)).toList();
        witness.the(DemandForecasts.class)
                .replace(rows.stream().map(row -> daily(row, today, 6, 3)).toList());
        witness.the(Propose.class).forRows(witness.the(Stock.class).rows(rows));
    }

    private static void approveBoth(Instance instance, String hub) {
        proposals(instance, hub)
                .forEach(
                        proposal -> instance.the(Approve.class).approve(proposal, "rap_" + proposal.id(), "acc_staff"));
    }

    private static List<Proposal> proposals(Instance instance, String hub) {
        return instance.the(Proposals.class).after("", null, hub, "sup_1", 10);
    }

    private void recover(Instance witness) {
        clock.pass(Duration.ofSeconds(11));
        witness.the(ReplenishmentSweep.class).finishWhatOthersBegan();
    }
}
