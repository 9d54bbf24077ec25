package io.nearstock.inventory.backorder;

import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

@InventoryTest
class TellSuppliedTests {

    private final Shop shop;
    private final TestEvents events;
    private final TellSupplied tellSupplied;

    TellSuppliedTests(Shop shop, TestEvents events, TellSupplied tellSupplied) {
        this.shop = shop;
        this.events = events;
        this.tellSupplied = tellSupplied;
    }

    @Test
    void tellsTheOldestOrderOnceThatItsGoodsHaveCome() {
        var hub = shop.openHub("Supplied", 0, 51);
        assertThat(shop.post("/api/stock/back-order-terms", """
            {"hubId": "%s", "sku": "LATE-1", "limit": 5, "shipsOn": "2099-05-01"}\
            """.formatted(hub))).hasStatusOk();
        order("hld_late_1", "ord_late_1", 2);
        order("hld_late_2", "ord_late_2", 1);
        assertThat(shop.hold("hld_late_3", "", line("LATE-1", 1))).hasStatus(201);
        tellSupplied.run();

        shop.receive(hub, "LATE-1", 2);
        tellSupplied.run();
        tellSupplied.run();

        var told = events.await("hold.supplied", "hld_late_1@" + hub);
        assertThat(shop.json(told.payload()).path("orderId").asString()).isEqualTo("ord_late_1");
        assertThat(shop.json(told.payload()).path("lines").toString()).isEqualTo("""
            [{"sku":"LATE-1","quantity":2}]\
            """);

        shop.receive(hub, "LATE-1", 2);
        tellSupplied.run();

        events.await("hold.supplied", "hld_late_2@" + hub);
        assertThat(holdsTold()).containsExactlyInAnyOrder("hld_late_1@" + hub, "hld_late_2@" + hub);
    }

    private void order(String hold, String order, int units) {
        assertThat(shop.hold(hold, order, line("LATE-1", units))).hasStatus(201);
        events.publish("order.confirmed", order, 2, """
            {"orderId": "%s", "holdId": "%s", "shipments": [], "at": "2026-11-01T10:00:00Z"}\
            """.formatted(order, hold));
        shop.eventually(
                () -> shop.holdSeenByStaff(hold).path("status").asString(),
                status -> assertThat(status).isEqualTo("committed"));
    }

    private List<String> holdsTold() {
        return events.published("stock.holds").stream()
                .filter(event -> event.type().equals("hold.supplied"))
                .map(event -> event.key())
                .filter(key -> key.startsWith("hld_late"))
                .toList();
    }
}
