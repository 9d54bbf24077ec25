package io.nearstock.inventory.announcement;

import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.inventory.Cause;
import io.nearstock.inventory.DemandOutlook;
import io.nearstock.inventory.Elasticity;
import io.nearstock.inventory.HoldFixtures;
import io.nearstock.inventory.Hub;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.LotsLeft;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.Pick;
import io.nearstock.inventory.Position;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.ReturnedGoods;
import io.nearstock.inventory.Sighting;
import io.nearstock.inventory.Sightings;
import io.nearstock.inventory.SuppliedHold;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Watch;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@InventoryTest
class AnnouncementsTests {

    private final JsonMapper json;
    private final OutboxEntries entries;

    AnnouncementsTests(JsonMapper json, OutboxEntries entries) {
        this.json = json;
        this.entries = entries;
    }

    @Test
    @Produces("hold.expired")
    void announcesAnExpiredHoldAsTheContractSays() {
        var entry = new HoldAnnouncements(entries).apply(HoldFixtures.expired());

        assertThat(entry.type()).isEqualTo("hold.expired");
        assertThat(entry.sequence()).isEqualTo(1);
        assertThat(json.readTree(entry.payload())).isEqualTo(contract("hold.expired"));
    }

    @Test
    @Produces("hold.supplied")
    void announcesThatWhatAnOrderWaitedForHasComeAsTheContractSays() {
        var kettles = List.of(new Line("KETTLE-17", 2));
        var supplied = new SuppliedHold(
                "hld_1@hub_1", "hld_1", "ord_1", "hub_1", kettles, Instant.parse("2026-11-03T10:00:00Z"));

        var entry = new SuppliedAnnouncements(entries).apply(supplied);

        assertThat(entry.id()).isEqualTo("hld_1@hub_1.1");
        assertThat(entry.type()).isEqualTo("hold.supplied");
        assertThat(json.readTree(entry.payload())).isEqualTo(contract("hold.supplied"));
    }

    @Test
    @Produces("demand.outlook")
    void announcesHowAProductStandsAsTheContractSays() {
        var outlook = new DemandOutlook(
                "KETTLE-17",
                LocalDate.of(2026, 11, 1),
                28,
                42.5,
                310,
                24,
                new Money(1150, "GBP"),
                new Elasticity(2.1, 1.2, 3.1, 3),
                4);

        var entry = new OutlookAnnouncements(entries, new TestClock()).apply(outlook);

        assertThat(entry.sequence()).isEqualTo(4);
        assertThat(entry.type()).isEqualTo("demand.outlook");
        assertThat(json.readTree(entry.payload())).isEqualTo(contract("demand.outlook"));
    }

    @Test
    @Produces("hub.changed")
    void announcesAHubAsTheContractSays() {
        var leeds =
                new Hub("hub_1", "Leeds", HoldFixtures.LEEDS, "by the Corn Exchange", null, null, null, null, null, 3);

        var entry = new HubAnnouncements(entries, new TestClock()).apply(leeds);

        assertThat(entry.id()).isEqualTo("hub_1.3");
        assertThat(json.readTree(entry.payload())).isEqualTo(contract("hub.changed"));
    }

    @Test
    @Produces("stock.lots_shipped")
    void announcesWhoseGoodsHaveLeftAsTheContractSays() {
        var pick = new Pick(
                "mov_1",
                "KETTLE-17",
                "hub_1",
                List.of(new Pick.Part("L-17", "sup_1", 2), new Pick.Part("L-18", "sup_1", 1)),
                3,
                "hld_1",
                "ord_1",
                new Cause("shipment", "shp_1"),
                HoldFixtures.NOW,
                null,
                null,
                new Pick.Named(MovementKind.SHIP, -3, List.of("K17-0001", "K17-0002", "K17-0003")));

        var entry = new LotAnnouncements(entries).apply(new LotsLeft(pick, 7));

        assertThat(entry.id()).isEqualTo("KETTLE-17@hub_1.7");
        assertThat(entry.type()).isEqualTo("stock.lots_shipped");
        assertThat(json.readTree(entry.payload())).isEqualTo(contract("stock.lots_shipped"));
    }

    @Test
    @Produces("stock.returned")
    void announcesWhatCameBackAsTheContractSays() {
        var line = new ReturnedGoods.Part("KETTLE-17", 2, "damaged", "defective", "L-17", "sup_1");
        var back = new ReturnedGoods(
                "rtn_1", "rma_1", "ord_1", "hub_1", List.of(line), null, Instant.parse("2026-11-10T10:00:00Z"));

        var entry = new ReturnAnnouncements(entries).apply(back);

        assertThat(entry.type()).isEqualTo("stock.returned");
        assertThat(json.readTree(entry.payload())).isEqualTo(contract("stock.returned"));
    }

    @Test
    @Produces("stock.back_in_stock")
    void announcesWhatSomebodyWaitsFor() {
        var watch = Watch.begun("sub_1", "KETTLE-17", "acc_1", HoldFixtures.NOW);

        var entry = new WatchAnnouncements(entries).apply(new Watch.Due(watch, HoldFixtures.NOW));

        assertThat(json.readTree(entry.payload())).isEqualTo(contract("stock.back_in_stock"));
    }

    @Test
    @Produces("purchase_order.changed")
    void announcesAPurchaseOrderAsTheContractSays() {
        var item = new PurchaseOrder.Item("KETTLE-17", 20, new Money(1250, "GBP"), 0, 0);
        var sent = new PurchaseOrder.Event(PurchaseOrder.Status.SENT, "acc_1", null, HoldFixtures.NOW);
        var order = new PurchaseOrder(
                "po_1",
                "sup_1",
                "hub_1",
                List.of(item),
                new PurchaseOrder.Terms(0, 0, 0, 0),
                PurchaseOrder.Status.SENT,
                LocalDate.parse("2026-11-06"),
                null,
                null,
                List.of(),
                null,
                List.of(sent),
                List.of(),
                null,
                3);

        var entry = new PurchaseAnnouncements(entries).apply(order);

        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(json.readTree(entry.payload())).isEqualTo(contract("purchase_order.changed"));
    }

    @Test
    @Produces("purchase_order.position")
    void announcesWhereGoodsAreAsTheContractSays() {
        var item = new PurchaseOrder.Item("KETTLE-17", 20, new Money(1250, "GBP"), 0, 0);
        var order = new PurchaseOrder(
                "po_1",
                "sup_1",
                "hub_1",
                List.of(item),
                new PurchaseOrder.Terms(0, 0, 0, 0),
                PurchaseOrder.Status.SHIPPED,
                LocalDate.parse("2026-11-06"),
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                4);
        var seen = new Sighting(new Position(-2.2426, 53.4808), HoldFixtures.NOW, "TRUCK 7");

        var entry = new PositionAnnouncements(entries).apply(new Sightings.Seen(order, seen, 57.5));

        assertThat(entry.id()).isEqualTo("po_1.4");
        assertThat(entry.type()).isEqualTo("purchase_order.position");
        assertThat(json.readTree(entry.payload())).isEqualTo(contract("purchase_order.position"));
    }

    private JsonNode contract(String type) {
        return json.readTree(Contracts.event(type));
    }
}
