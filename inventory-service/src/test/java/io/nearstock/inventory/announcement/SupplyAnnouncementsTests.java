package io.nearstock.inventory.announcement;

import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.inventory.Crossing;
import io.nearstock.inventory.HoldFixtures;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.Supply;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import io.nearstock.testkit.TestEvents;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@InventoryTest
class SupplyAnnouncementsTests {

    private final JsonMapper json;
    private final OutboxEntries entries;
    private final Shop shop;
    private final TestEvents events;

    SupplyAnnouncementsTests(JsonMapper json, OutboxEntries entries, Shop shop, TestEvents events) {
        this.json = json;
        this.entries = entries;
        this.shop = shop;
        this.events = events;
    }

    @Test
    @Produces("stock.level")
    void publishesLevelsAsTheContractSays() {
        var hub = shop.openHub("Announced", 0, 0);
        shop.receive(hub, "KETTLE-17-LEVEL", 8);

        var event = events.await("stock.level", "KETTLE-17-LEVEL@" + hub);
        var example = contract("stock.level");

        var level = json.readTree(event.payload());
        assertThat(level.propertyNames()).isEqualTo(example.propertyNames());
        assertThat(level.path("available")).isEqualTo(example.path("available"));
        assertThat(level.path("at").asString()).endsWith("Z");
        assertThat(event.sequence()).isEqualTo(1);
    }

    @Test
    void publishesTheLatestLevelInTheEnd() {
        var hub = shop.openHub("Busy", 0, 0);
        shop.receive(hub, "BUSY", 100);
        for (int i = 0; i < 20; i++) {
            shop.hold("hld_busy_" + i, "", line("BUSY", 1));
        }

        events.await("stock.levels", event -> event.key().equals("BUSY@" + hub) && event.sequence() == 21);
        assertThat(events.published("stock.levels").stream()
                        .filter(event -> event.key().equals("BUSY@" + hub)))
                .extracting(event ->
                        json.readTree(event.payload()).path("available").asInt())
                .endsWith(80);
    }

    @Test
    @Produces("stock.low")
    void announcesAShelfThatRunsLow() {
        assertThat(news(3, Supply.ENOUGH, "stock.low")).isEqualTo(contract("stock.low"));
    }

    @Test
    @Produces("stock.out")
    void announcesAnEmptyShelf() {
        assertThat(news(0, Supply.LOW, "stock.out")).isEqualTo(contract("stock.out"));
    }

    @Test
    @Produces("stock.short")
    void announcesThatMoreWasSoldThanThereWas() {
        assertThat(news(-2, Supply.OUT, "stock.short")).isEqualTo(contract("stock.short"));
    }

    @Test
    @Produces("stock.replenished")
    void announcesAShelfThatIsFilledAgain() {
        assertThat(news(8, Supply.OUT, "stock.replenished")).isEqualTo(contract("stock.replenished"));
    }

    private JsonNode news(int available, Supply before, String type) {
        var row = new StockRow(
                "KETTLE-17@hub_1",
                "KETTLE-17",
                "hub_1",
                available,
                available,
                0,
                0,
                0,
                0,
                0,
                9,
                9,
                4,
                before,
                null,
                null,
                null,
                List.of());
        var entry = new SupplyAnnouncements(entries)
                .apply(Crossing.of(row, HoldFixtures.NOW).orElseThrow());
        assertThat(entry.type()).isEqualTo(type);
        assertThat(entry.sequence()).isEqualTo(9);
        return json.readTree(entry.payload());
    }

    private JsonNode contract(String type) {
        return json.readTree(Contracts.event(type));
    }
}
