package io.nearstock.inventory.posting;

import static io.nearstock.inventory.Shop.assertProblem;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestEvents;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@InventoryTest
class PostingControllerTests {

    private final Shop shop;
    private final TestEvents events;

    PostingControllerTests(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    void receivesStockAndTellsOthersItsLevel() {
        var hub = shop.openHub("Lima", -77, -12);

        var answer = shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "LIMA-1", "quantity": 3}, {"sku": "LIMA-2", "quantity": 1},
             {"sku": "LIMA-1", "quantity": 4}]}\
            """.formatted(hub));

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.units").isEqualTo(8);
        assertThat(answer).bodyJson().extractingPath("$.products").isEqualTo(2);
        assertThat(shop.stock("LIMA-1").path("available").asInt()).isEqualTo(7);
        assertThat(events.await("stock.level", "LIMA-1@" + hub).payload()).contains("\"available\":7");
    }

    @Test
    void receivesOnceWhateverIsResent() {
        var hub = shop.openHub("Cusco", -71.97, -13.5);
        var body = """
            {"hubId": "%s", "lines": [{"sku": "CUSCO", "quantity": 3}]}\
            """.formatted(hub);

        shop.post("/api/stock/receipts", body, "cusco-1");
        var again = shop.post("/api/stock/receipts", body, "cusco-1");

        assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(shop.stock("CUSCO").path("onHand").asInt()).isEqualTo(3);
    }

    @Test
    void receivesNoMoreThanIsCounted() {
        var hub = shop.openHub("Flood", -71, -13);
        var tenMillion = receipt(hub, IntStream.range(0, 10).mapToObj(_ -> Shop.line("FLOOD", 1_000_000)));

        assertProblem(
                shop.post(
                        "/api/stock/receipts",
                        receipt(hub, IntStream.range(0, 2200).mapToObj(_ -> Shop.line("FLOOD", 1_000_000)))),
                422,
                "balance_too_large");
        for (int delivery = 0; delivery < 100; delivery++) {
            assertThat(shop.post("/api/stock/receipts", tenMillion)).hasStatus(201);
        }

        assertProblem(shop.post("/api/stock/receipts", tenMillion), 422, "balance_too_large");
        assertThat(shop.stock("FLOOD").path("available").asInt()).isEqualTo(1_000_000_000);
    }

    @Test
    void sellsOverTheCounterNoMoreThanIsCounted() {
        var hub = shop.openHub("Drain", -70, -13);
        var sale = receipt(hub, IntStream.range(0, 11).mapToObj(_ -> Shop.line("DRAIN", 1_000_000)));

        assertProblem(shop.post("/api/stock/counter-sales", sale), 422, "balance_too_large");
    }

    @Test
    void sellsNothingInTheFutureAndReceivesNothingThatHasExpired() {
        var hub = shop.openHub("Clock", -69, -13);

        assertProblem(shop.post("/api/stock/counter-sales", """
            {"hubId": "%s", "lines": [{"sku": "CLOCK", "quantity": 1}], "soldAt": "2999-01-01T00:00:00Z"}\
            """.formatted(hub)), 422, "sold_in_future");
        assertProblem(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "CLOCK", "quantity": 1, "lot": "L", "expiresOn": "2020-01-01"}]}\
            """.formatted(hub)), 422, "lot_expired");
        assertProblem(shop.post("/api/stock/back-order-terms", """
            {"hubId": "%s", "sku": "CLOCK", "limit": 1, "shipsOn": "2020-01-01"}\
            """.formatted(hub)), 422, "ships_in_past");
        assertThat(shop.get("/api/stock/CLOCK")).hasStatus(404);
    }

    private static String receipt(String hub, Stream<String> lines) {
        return "{\"hubId\": \"%s\", \"lines\": [%s]}".formatted(hub, lines.collect(joining(",")));
    }

    @Test
    void receivesThousandsOfProductsAtOnce() {
        var hub = shop.openHub("Big", 100, 10);
        var lines =
                IntStream.range(0, 3000).mapToObj(i -> Shop.line("BIG-" + i, 2)).collect(joining(","));

        var answer = shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [%s]}\
            """.formatted(hub, lines));

        assertThat(answer).hasStatus(201).bodyJson().extractingPath("$.units").isEqualTo(6000);
        assertThat(shop.stock("BIG-2999").path("available").asInt()).isEqualTo(2);
        shop.eventually(
                () -> shop.get("/api/stock/BIG-2999/movements"),
                found -> assertThat(found)
                        .bodyJson()
                        .extractingPath("$.items")
                        .asArray()
                        .hasSize(1));
    }

    @Test
    void refusesAReceiptThatMeansNothing() {
        var hub = shop.openHub("Iquitos", -73.2, -3.7);

        assertProblem(shop.post("/api/stock/receipts", """
            {"hubId": "hub_none", "lines": [{"sku": "X", "quantity": 1}]}\
            """), 422, "unknown_hub");
        assertProblem(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "X", "quantity": 0}]}\
            """.formatted(hub)), 422, "invalid_request");
        assertProblem(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": []}\
            """.formatted(hub)), 422, "invalid_request");
        assertProblem(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [null]}\
            """.formatted(hub)), 422, "invalid_request");
        assertProblem(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "X", "quantity": 1, "colour": "red"}]}\
            """.formatted(hub)), 400, "unknown_field");
    }

    @Test
    void adjustsByADifference() {
        var hub = hubWith("ADJ-1", 5);

        assertThat(adjust(hub, "ADJ-1", "\"delta\": -2"))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.delta")
                .isEqualTo(-2);
        assertThat(shop.stock("ADJ-1").path("onHand").asInt()).isEqualTo(3);
        assertProblem(adjust(hub, "ADJ-1", "\"delta\": -4"), 409, "insufficient_stock");
    }

    @Test
    void adjustsToWhatWasCountedIfNothingChangedSince() {
        var hub = hubWith("ADJ-2", 5);

        assertThat(adjust(hub, "ADJ-2", "\"expected\": 5, \"quantity\": 8")).hasStatus(201);
        assertThat(shop.stock("ADJ-2").path("onHand").asInt()).isEqualTo(8);
        assertProblem(adjust(hub, "ADJ-2", "\"expected\": 5, \"quantity\": 4"), 409, "stock_changed");
    }

    @Test
    void adjustsOneWayOrTheOther() {
        var hub = hubWith("ADJ-3", 5);

        assertProblem(adjust(hub, "ADJ-3", "\"delta\": 1, \"expected\": 5, \"quantity\": 6"), 422, "invalid_request");
        assertProblem(adjust(hub, "ADJ-3", "\"expected\": 5"), 422, "invalid_request");
        assertProblem(adjust(hub, "ADJ-3", "\"delta\": 0"), 422, "invalid_request");
        assertProblem(adjust("hub_none", "ADJ-3", "\"delta\": 1"), 422, "unknown_hub");
    }

    private String hubWith(String sku, int quantity) {
        var hub = shop.openHub("Hub of " + sku, 1, 1);
        shop.receive(hub, sku, quantity);
        return hub;
    }

    private MvcTestResult adjust(String hub, String sku, String how) {
        return shop.post("/api/stock/adjustments", """
            {"hubId": "%s", "sku": "%s", %s, "reason": "counted"}\
            """.formatted(hub, sku, how));
    }
}
