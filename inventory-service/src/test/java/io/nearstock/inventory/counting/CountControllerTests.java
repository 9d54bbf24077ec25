package io.nearstock.inventory.counting;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@InventoryTest
class CountControllerTests {

    private final Shop shop;

    CountControllerTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void agreesWithTheBookWithoutADecision() {
        var hub = hubWith("CNT-1", 5);

        var counted = count(hub, "CNT-1", 5);

        assertThat(counted).hasStatus(201).bodyJson().isLenientlyEqualTo("{\"status\": \"matching\"}");
        assertProblem(decide(counted, "approve"), 409, "count_not_open");
    }

    @Test
    void tellsWhoeverCountsNothingOfTheBook() {
        var hub = hubWith("CNT-2", 5);

        assertThat(count(hub, "CNT-2", 3)).hasStatus(201).bodyText().doesNotContain("book", "variance\":", "\"5\"");
    }

    @Test
    void correctsTheBalanceByTheDifferenceOnceApproved() {
        var hub = hubWith("CNT-3", 5);
        var counted = count(hub, "CNT-3", 3);
        assertThat(shop.stock("CNT-3").path("onHand").asInt()).isEqualTo(5);

        shop.hold("hld_cnt3", "", line("CNT-3", 1));
        assertThat(decide(counted, "approve")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "approved", "decider": "acc_staff", "reason": "seen it",
             "lines": [{"sku": "CNT-3", "counted": 3, "book": 5, "variance": -2}]}\
            """);

        assertThat(shop.stock("CNT-3").path("onHand").asInt()).isEqualTo(3);
        assertThat(shop.stock("CNT-3").path("available").asInt()).isEqualTo(2);
        assertProblem(decide(counted, "approve"), 409, "count_not_open");
        shop.eventually(
                () -> shop.get("/api/stock/CNT-3/movements"),
                found -> assertThat(found).bodyJson().isLenientlyEqualTo("""
                    {"items": [{"kind": "count", "quantity": -2, "actor": "acc_staff", "reason": "seen it"}, {}, {}]}\
                    """));
    }

    @Test
    void leavesTheBalanceWhereTheDifferenceIsNotBelieved() {
        var hub = hubWith("CNT-4", 5);
        var counted = count(hub, "CNT-4", 9);

        assertThat(decide(counted, "reject")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "rejected"}\
            """);
        assertThat(shop.stock("CNT-4").path("onHand").asInt()).isEqualTo(5);
        assertProblem(decide(counted, "approve"), 409, "count_not_open");
    }

    @Test
    void refusesACountThatMeansNothing() {
        var hub = hubWith("CNT-5", 5);

        assertProblem(shop.post("/api/stock/counts", """
            {"hubId": "%s", "lines": [{"sku": "CNT-5", "counted": 1}, {"sku": "CNT-5", "counted": 2}]}\
            """.formatted(hub)), 422, "counted_twice");
        assertProblem(count("hub_none", "CNT-5", 1), 422, "unknown_hub");
        assertProblem(count(hub, "CNT-5", -1), 422, "invalid_request");
        assertProblem(shop.get("/api/stock/counts/cnt_none"), 404, "not_found");
    }

    private String hubWith(String sku, int quantity) {
        var hub = shop.openHub("Hub of " + sku, 1, 1);
        shop.receive(hub, sku, quantity);
        return hub;
    }

    private MvcTestResult count(String hub, String sku, int counted) {
        return shop.post("/api/stock/counts", """
            {"hubId": "%s", "lines": [{"sku": "%s", "counted": %d}]}\
            """.formatted(hub, sku, counted));
    }

    private MvcTestResult decide(MvcTestResult counted, String how) {
        var id = shop.body(counted).path("id").asString();
        return shop.post("/api/stock/counts/" + id + "/" + how, "{\"reason\": \"seen it\"}");
    }
}
