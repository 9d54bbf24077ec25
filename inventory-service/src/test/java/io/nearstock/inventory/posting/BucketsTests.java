package io.nearstock.inventory.posting;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestEvents;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is kept apart, what is given up, and what was sold over the counter. */
@InventoryTest
class BucketsTests {

    private final Shop shop;
    private final TestEvents events;

    BucketsTests(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    void keepsUnitsApartAndLetsThemComeBack() {
        var hub = hubWith("BUCKET-1", 10);

        assertThat(reclassify(hub, "BUCKET-1", "available", "damaged", 3)).hasStatus(201);
        assertThat(reclassify(hub, "BUCKET-1", "available", "quarantined", 2)).hasStatus(201);
        assertThat(reclassify(hub, "BUCKET-1", "available", "safety", 1)).hasStatus(201);
        assertThat(reclassify(hub, "BUCKET-1", "quarantined", "damaged", 1)).hasStatus(201);
        assertThat(reclassify(hub, "BUCKET-1", "damaged", "available", 1)).hasStatus(201);

        assertThat(shop.get("/api/stock/BUCKET-1")).bodyJson().isLenientlyEqualTo("""
            {"hubs": [{"onHand": 10, "available": 5, "damaged": 3, "quarantined": 1, "safetyStock": 1}]}\
            """);
        assertProblem(reclassify(hub, "BUCKET-1", "available", "damaged", 6), 409, "insufficient_stock");
        assertProblem(reclassify(hub, "BUCKET-1", "safety", "available", 2), 409, "insufficient_stock");
        assertProblem(reclassify(hub, "BUCKET-1", "safety", "damaged", 1), 422, "invalid_request");
        assertThat(shop.body(shop.get("/api/stock/audit")).path("balanced").asBoolean())
                .isTrue();
    }

    @Test
    void givesUpWhatIsDamaged() {
        var hub = hubWith("BUCKET-2", 5);
        reclassify(hub, "BUCKET-2", "available", "damaged", 2);

        assertProblem(writeOff(hub, "BUCKET-2", 3, "damaged"), 409, "insufficient_stock");
        assertThat(writeOff(hub, "BUCKET-2", 2, "damaged")).hasStatus(201);
        assertThat(writeOff(hub, "BUCKET-2", 1, "available")).hasStatus(201);
        assertProblem(writeOff(hub, "BUCKET-2", 1, "lost"), 400, "invalid_type");

        assertThat(shop.stock("BUCKET-2").path("onHand").asInt()).isEqualTo(2);
        assertThat(shop.stock("BUCKET-2").path("damaged").asInt()).isZero();
    }

    @Test
    void booksWhatWasSoldOverTheCounterWhateverTheBalanceSays() {
        var hub = hubWith("COUNTER", 3);
        shop.hold("hld_counter", "", line("COUNTER", 2));

        var sale = shop.post("/api/stock/counter-sales", """
            {"hubId": "%s", "lines": [{"sku": "COUNTER", "quantity": 2}], "soldAt": "2026-11-01T09:00:00Z"}\
            """.formatted(hub));

        assertThat(sale).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"shortages": [{"hubId": "%s", "sku": "COUNTER", "missing": 1}]}\
            """.formatted(hub));
        assertThat(shop.stock("COUNTER").path("available").asInt()).isEqualTo(-1);
        assertThat(events.await("stock.short", "COUNTER@" + hub).payload()).contains("\"available\":-1");
        assertThat(shop.get("/api/stock/shortages")).bodyText().contains("\"COUNTER\"");
        assertThat(shop.hold("hld_counter_2", "", line("COUNTER", 1))).hasStatus(409);

        shop.receive(hub, "COUNTER", 4);

        events.await(
                "stock.alerts",
                event -> event.type().equals("stock.replenished")
                        && event.key().equals("COUNTER@" + hub)
                        && event.payload().contains("\"available\":3"));
        shop.eventually(
                () -> shop.get("/api/stock/shortages"),
                found -> assertThat(found).bodyText().doesNotContain("\"COUNTER\""));
    }

    @Test
    void tellsOfEachCrossingOnce() {
        var hub = hubWith("CROSS", 5);
        events.await("stock.replenished", "CROSS@" + hub);
        assertThat(shop.post("/api/stock/reorder-points", """
            {"hubId": "%s", "sku": "CROSS", "reorderPoint": 3}\
            """.formatted(hub))).hasStatusOk();
        assertThat(shop.stock("CROSS").path("reorderPoint").asInt()).isEqualTo(3);

        writeOff(hub, "CROSS", 2, "available");
        events.await("stock.low", "CROSS@" + hub);
        writeOff(hub, "CROSS", 1, "available");
        writeOff(hub, "CROSS", 2, "available");
        events.await("stock.out", "CROSS@" + hub);

        assertThat(events.published("stock.alerts").stream()
                        .filter(event -> event.key().equals("CROSS@" + hub))
                        .map(event -> event.type()))
                .containsSubsequence("stock.low", "stock.out")
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatMeansNothing() {
        var hub = hubWith("BUCKET-3", 1);

        assertProblem(writeOff("hub_none", "BUCKET-3", 1, "available"), 422, "unknown_hub");
        assertProblem(writeOff(hub, "BUCKET-3", 0, "available"), 422, "invalid_request");
        assertProblem(shop.post("/api/stock/counter-sales", """
            {"hubId": "%s", "lines": []}\
            """.formatted(hub)), 422, "invalid_request");
        assertProblem(shop.post("/api/stock/reorder-points", """
            {"hubId": "%s", "sku": "BUCKET-3", "reorderPoint": -1}\
            """.formatted(hub)), 422, "invalid_request");
    }

    @Test
    void tellsWhichStateIsMissing() {
        var hub = hubWith("BUCKET-INCOMPLETE", 3);

        var refused = shop.post("/api/stock/reclassifications", """
            {"hubId": "%s", "sku": "BUCKET-INCOMPLETE", "from": "available", "quantity": 1, "reason": "looked at"}\
            """.formatted(hub));

        assertProblem(refused, 422, "invalid_request");
        assertThat(refused).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/to");
    }

    private String hubWith(String sku, int quantity) {
        var hub = shop.openHub("Hub of " + sku, 1, 1);
        shop.receive(hub, sku, quantity);
        return hub;
    }

    private MvcTestResult reclassify(String hub, String sku, String from, String to, int quantity) {
        return shop.post("/api/stock/reclassifications", """
            {"hubId": "%s", "sku": "%s", "from": "%s", "to": "%s", "quantity": %d, "reason": "looked at"}\
            """.formatted(hub, sku, from, to, quantity));
    }

    private MvcTestResult writeOff(String hub, String sku, int quantity, String bucket) {
        return shop.post("/api/stock/write-offs", """
            {"hubId": "%s", "sku": "%s", "quantity": %d, "bucket": "%s", "reason": "broken"}\
            """.formatted(hub, sku, quantity, bucket));
    }
}
