package io.nearstock.inventory.serial;

import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestEvents;
import org.junit.jupiter.api.Test;

/** Others hear which units have left for an order. */
@InventoryTest
class ShippedSerialsTests {

    private final Shop shop;
    private final TestEvents events;

    ShippedSerialsTests(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    void tellsUnitsThatAreOfNoLot() {
        var hub = shop.openHub("Told", 1, 1);
        assertThat(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "SER-T", "quantity": 2, "serials": ["T1", "T2"]}]}\
            """.formatted(hub))).hasStatus(201);
        shop.hold("hld_told", "ord_told", line("SER-T", 1));

        events.publish("order.shipment_dispatched", "ord_told", 2, """
            {"orderId": "ord_told", "holdId": "hld_told", "shipmentId": "shp_told", "hubId": "%s",
             "lines": [%s], "at": "2026-11-01T10:00:00Z"}\
            """.formatted(hub, line("SER-T", 1)));

        var told = shop.json(events.await("stock.lots_shipped", "SER-T@" + hub).payload());
        assertThat(told.path("lots")).isEmpty();
        assertThat(told.path("serials").toString()).isEqualTo("[\"T1\"]");
    }
}
