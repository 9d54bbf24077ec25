package io.nearstock.inventory.backorder;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@InventoryTest
class BackOrderControllerTests {

    private final Shop shop;

    BackOrderControllerTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void sellsWhatHasNotComeUpToTheLimitAndTellsWhoWaits() {
        var hub = shop.openHub("Back-orders", 0, 51);
        assertThat(shop.post("/api/stock/back-order-terms", terms(hub, 3, "\"2099-05-01\"")))
                .hasStatusOk();

        var plan = shop.body(shop.post("/api/sourcing-plans", """
            {"lines": [%s], "destination": {"type": "Point", "coordinates": [0, 51.5]}}\
            """.formatted(line("PRE-1", 3))));
        assertThat(plan.at("/shipments/0/promisedDate").asString()).isEqualTo("2099-05-02");
        assertThat(plan.path("reason").asString()).contains("back-order");
        assertThat(shop.hold("hld_pre_1", "ord_pre_1", line("PRE-1", 2))).hasStatus(201);
        assertProblem(shop.hold("hld_pre_2", "ord_pre_2", line("PRE-1", 2)), 409, "insufficient_stock");
        var held = shop.hold("hld_pre_3", "ord_pre_3", line("PRE-1", 1));
        assertThat(held).hasStatus(201);
        assertThat(shop.shape(shop.body(held))).isEqualTo(shop.shape(shop.json(Contracts.call("hold-owed.response"))));

        assertThat(waiting(hub, "")).hasSize(2);
        var page = shop.body(shop.get(path(hub) + "&limit=1"));
        assertThat(page.at("/items/0/holdId").asString()).isEqualTo("hld_pre_1");
        assertThat(page.at("/items/0/missing").asInt()).isEqualTo(2);
        assertThat(waiting(hub, "&cursor=" + page.path("nextCursor").asString())
                        .get(0)
                        .path("holdId")
                        .asString())
                .isEqualTo("hld_pre_3");

        var missing = shop.json(Contracts.call("hold-missing.response"));
        assertThat(shop.shape(missing("hld_pre_1"))).isEqualTo(shop.shape(missing));
        assertThat(missing("hld_pre_1").at("/items/0/quantity").asInt()).isEqualTo(2);

        shop.receive(hub, "PRE-1", 2);
        assertThat(missing("hld_pre_1").path("items")).isEmpty();
        assertThat(missing("hld_pre_3").path("items")).hasSize(1);
        assertThat(waiting(hub, "").get(0).path("holdId").asString()).isEqualTo("hld_pre_3");
        var promise = shop.body(shop.get("/api/stock/PRE-1/atp?on=2099-05-01"));
        assertThat(promise.at("/hubs/0/backOrdered").asInt()).isEqualTo(1);
        assertThat(promise.path("total").asInt()).isEqualTo(-1);
    }

    @Test
    void wantsADayWithALimit() {
        var hub = shop.openHub("Undated", 0, 51);

        assertProblem(shop.post("/api/stock/back-order-terms", terms(hub, 3, "null")), 422, "invalid_request");
        assertProblem(
                shop.post("/api/stock/back-order-terms", terms("hub_none", 3, "\"2099-05-01\"")), 422, "unknown_hub");
        assertThat(shop.post("/api/stock/back-order-terms", terms(hub, 0, "null")))
                .hasStatusOk();
    }

    private JsonNode missing(String hold) {
        return shop.body(shop.getInternal("/internal/holds/" + hold + "/missing"));
    }

    private JsonNode waiting(String hub, String further) {
        return shop.body(shop.get(path(hub) + further)).path("items");
    }

    private static String path(String hub) {
        return "/api/stock/back-orders?sku=PRE-1&hubId=" + hub;
    }

    private static String terms(String hub, int limit, String shipsOn) {
        return "{\"hubId\": \"%s\", \"sku\": \"PRE-1\", \"limit\": %d, \"shipsOn\": %s}".formatted(hub, limit, shipsOn);
    }
}
