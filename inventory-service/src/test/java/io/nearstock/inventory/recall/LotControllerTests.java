package io.nearstock.inventory.recall;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestEvents;
import org.junit.jupiter.api.Test;

@InventoryTest
class LotControllerTests {

    private final Shop shop;
    private final TestEvents events;

    LotControllerTests(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    void sendsWhatExpiresFirstAndKnowsWhoGotIt() {
        var hub = shop.openHub("Dairy", 1, 1);
        assertThat(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [
              {"sku": "MILK", "quantity": 6, "lot": "L-LATE", "expiresOn": "2099-02-01"},
              {"sku": "MILK", "quantity": 3, "lot": "L-SOON", "expiresOn": "2099-01-01", "supplierId": "sup_1"},
              {"sku": "MILK", "quantity": 1, "lot": "L-SOON", "expiresOn": "2099-01-01", "supplierId": "sup_1"}]}\
            """.formatted(hub))).hasStatus(201);
        shop.hold("hld_milk", "ord_milk", line("MILK", 3));
        var dispatched = """
            {"orderId": "ord_milk", "holdId": "hld_milk", "shipmentId": "shp_milk", "hubId": "%s",
             "lines": [{"sku": "MILK", "quantity": 3}], "at": "2026-11-01T10:00:00Z"}\
            """.formatted(hub);
        events.publish("order.shipment_dispatched", "ord_milk", 2, dispatched);
        events.publish("order.shipment_dispatched", "ord_milk", 2, dispatched);

        shop.eventually(
                () -> shop.get("/api/stock/MILK/lots"),
                found -> assertThat(found).bodyJson().isLenientlyEqualTo("""
                    {"lots": [{"lot": "L-LATE", "received": 6, "left": 6},
                              {"lot": "L-SOON", "received": 4, "left": 1, "supplierId": "sup_1"}]}\
                    """));

        var recall = shop.post("/api/stock/recalls", """
            {"sku": "MILK", "lot": "L-SOON", "reason": "sour"}\
            """);

        assertThat(recall).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"quarantined": [{"hubId": "%s", "left": 1, "quarantined": 1}],
             "taken": [{"quantity": 3, "cause": {"type": "shipment", "id": "shp_milk"}, "orderId": "ord_milk"}]}\
            """.formatted(hub));
        var told = events.await("stock.lots_shipped", "MILK@" + hub);
        assertThat(shop.json(told.payload()).toString()).contains("""
            "orderId":"ord_milk","shipmentId":"shp_milk",\
            """.strip());
        assertThat(shop.json(told.payload()).path("lots").toString()).isEqualTo("""
            [{"lot":"L-SOON","supplierId":"sup_1","quantity":3}]\
            """);
        assertThat(shop.post("/api/stock/returns", """
            {"hubId": "%s", "returnId": "ret_milk", "orderId": "ord_milk", "reason": "Mrs Miller says it is sour",
             "lines": [{"sku": "MILK", "quantity": 1, "condition": "damaged", "reason": "defective"}]}\
            """.formatted(hub))).hasStatus(201);
        var back = events.await("stock.lots", event -> event.payload().contains("ret_milk"));
        assertThat(back.payload()).doesNotContain("Miller");
        assertThat(shop.json(back.payload()).at("/lines/0").toString()).isEqualTo("""
            {"sku":"MILK","quantity":1,"condition":"damaged","reason":"defective","lot":"L-SOON","supplierId":"sup_1"}\
            """);
        assertThat(shop.stock("MILK").path("quarantined").asInt()).isEqualTo(1);
        assertThat(shop.stock("MILK").path("available").asInt()).isEqualTo(6);
        assertProblem(shop.post("/api/stock/recalls", """
            {"sku": "MILK", "lot": "L-NONE", "reason": "sour"}\
            """), 404, "not_found");
    }

    @Test
    void refusesAnExpiryOfNoLot() {
        var hub = shop.openHub("Loose", 1, 1);

        assertProblem(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "LOOSE", "quantity": 1, "expiresOn": "2099-01-01"}]}\
            """.formatted(hub)), 422, "invalid_request");
        assertProblem(shop.get("/api/stock/LOOSE/lots"), 404, "not_found");
    }
}
