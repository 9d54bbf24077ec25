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
    void putsReturnedUnitsBackIntoTheLotsTheyHadLeft() {
        var hub = shop.openHub("Cellar", 1, 1);
        var other = shop.openHub("Returns", 2, 2);
        assertThat(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [
              {"sku": "CIDER", "quantity": 2, "lot": "C-SOON", "expiresOn": "2099-01-01", "supplierId": "sup_1"},
              {"sku": "CIDER", "quantity": 5, "lot": "C-LATE", "expiresOn": "2099-02-01"}]}\
            """.formatted(hub))).hasStatus(201);
        shop.hold("hld_cider", "ord_cider", line("CIDER", 4));
        events.publish("order.shipment_dispatched", "ord_cider", 2, """
            {"orderId": "ord_cider", "holdId": "hld_cider", "shipmentId": "shp_cider", "hubId": "%s",
             "lines": [{"sku": "CIDER", "quantity": 4}], "at": "2026-11-01T10:00:00Z"}\
            """.formatted(hub));
        events.await("stock.lots_shipped", "CIDER@" + hub);
        var request = """
            {"hubId": "%s", "returnId": "ret_cider", "orderId": "ord_cider", "lines": [
             {"sku": "CIDER", "quantity": 1, "condition": "available"},
             {"sku": "CIDER", "quantity": 2, "condition": "damaged"}]}\
            """.formatted(other);

        assertThat(shop.post("/api/stock/returns", request, "key-cider")).hasStatus(201);
        assertThat(shop.post("/api/stock/returns", request, "key-cider")).hasStatus(201);

        var lots = shop.body(shop.get("/api/stock/CIDER/lots")).path("lots");
        assertThat(lots)
                .extracting(lot -> lot.path("hubId").asString() + " "
                        + lot.path("lot").asString() + " " + lot.path("left").asInt() + " "
                        + lot.path("aside").asBoolean())
                .containsExactlyInAnyOrder(
                        hub + " C-SOON 0 false",
                        hub + " C-LATE 3 false",
                        other + " C-SOON 1 false",
                        other + " C-SOON 1 true",
                        other + " C-LATE 1 true");
        var recall = shop.body(shop.post("/api/stock/recalls", """
            {"sku": "CIDER", "lot": "C-LATE", "reason": "cloudy"}\
            """));
        assertThat(recall.path("taken"))
                .extracting(taken -> taken.path("quantity").asInt())
                .containsExactly(1);
        assertThat(shop.post("/api/stock/returns", """
            {"hubId": "%s", "returnId": "ret_rest", "orderId": "ord_cider",
             "lines": [{"sku": "CIDER", "quantity": 2, "condition": "available"}]}\
            """.formatted(other))).hasStatus(201);
        assertThat(shop.body(shop.get("/api/stock/CIDER")).path("hubs"))
                .filteredOn(row -> row.path("hubId").asString().equals(other))
                .extracting(row -> row.path("available").asInt() + " "
                        + row.path("damaged").asInt() + " "
                        + row.path("quarantined").asInt())
                .containsExactly("2 2 1");
        assertThat(shop.body(shop.post("/api/stock/recalls", """
            {"sku": "CIDER", "lot": "C-LATE", "reason": "cloudy"}\
            """)).path("taken"))
                .isEmpty();
        shop.eventually(
                () -> shop.body(shop.get("/api/stock/CIDER/movements")).path("items"),
                movements -> assertThat(movements)
                        .filteredOn(
                                movement -> movement.at("/cause/id").asString().equals("ret_cider"))
                        .extracting(movement -> movement.path("kind").asString() + movement.path("lots"))
                        .containsExactlyInAnyOrder(
                                "return[{\"lot\":\"C-SOON\",\"quantity\":1}]",
                                "damaged_return[{\"lot\":\"C-SOON\",\"quantity\":1},"
                                        + "{\"lot\":\"C-LATE\",\"quantity\":1}]"));
    }

    @Test
    void sellsReturnedUnitsAsAnyOthersOnceTheyAreReleased() {
        var hub = shop.openHub("Doubt", 1, 1);
        assertThat(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "PERRY", "quantity": 1, "lot": "P-1"}]}\
            """.formatted(hub))).hasStatus(201);
        assertThat(shop.post("/api/stock/returns", """
            {"hubId": "%s", "returnId": "ret_perry",
             "lines": [{"sku": "PERRY", "quantity": 2, "condition": "quarantined", "lot": "P-1"}]}\
            """.formatted(hub))).hasStatus(201);

        assertThat(shop.post("/api/stock/reclassifications", """
            {"hubId": "%s", "sku": "PERRY", "from": "quarantined", "to": "available", "quantity": 2, "reason": "fine"}\
            """.formatted(hub)))
                .hasStatus(201);

        shop.eventually(
                () -> shop.body(shop.get("/api/stock/PERRY/lots")).path("lots"),
                lots -> assertThat(lots)
                        .filteredOn(lot -> lot.path("left").asInt() > 0)
                        .extracting(lot -> lot.path("left").asInt() + " "
                                + lot.path("aside").asBoolean())
                        .containsExactly("3 false"));
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
