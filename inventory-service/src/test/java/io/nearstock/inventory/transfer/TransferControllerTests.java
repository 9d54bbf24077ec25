package io.nearstock.inventory.transfer;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@InventoryTest
class TransferControllerTests {

    private final Shop shop;

    TransferControllerTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void leavesOneHubAndComesInAtAnother() {
        var from = shop.openHub("From", 2, 2);
        var to = shop.openHub("To", 3, 3);
        shop.receive(from, "TRF-1", 10);

        var sent = send(from, to, "TRF-1", 4);

        assertThat(sent).hasStatus(201).bodyJson().isLenientlyEqualTo("{\"status\": \"dispatched\"}");
        assertThat(at(from, "TRF-1").path("onHand").asInt()).isEqualTo(6);
        assertThat(at(to, "TRF-1").path("incoming").asInt()).isEqualTo(4);
        assertThat(at(to, "TRF-1").path("onHand").asInt()).isZero();

        var id = shop.body(sent).path("id").asString();
        assertThat(receive(id, "{}")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "received", "differences": []}\
            """);
        assertThat(at(to, "TRF-1").path("available").asInt()).isEqualTo(4);
        assertThat(at(to, "TRF-1").path("incoming").asInt()).isZero();
        assertProblem(receive(id, "{}"), 409, "transfer_not_dispatched");
        assertThat(shop.get("/api/stock/transfers/" + id)).bodyJson().isLenientlyEqualTo("""
            {"lines": [{"sku": "TRF-1", "quantity": 4, "received": 4}]}\
            """);
    }

    @Test
    void explainsWhatDiffers() {
        var from = shop.openHub("From", 2, 2);
        var to = shop.openHub("To", 3, 3);
        shop.receive(from, "TRF-2", 5);
        shop.receive(from, "TRF-3", 5);
        var id = shop.body(shop.post("/api/stock/transfers", """
            {"fromHubId": "%s", "toHubId": "%s",
             "lines": [{"sku": "TRF-2", "quantity": 5}, {"sku": "TRF-3", "quantity": 2}]}\
            """.formatted(from, to)))
                .path("id")
                .asString();

        assertProblem(receive(id, came("TRF-2", 4, null)), 422, "difference_unexplained");
        assertProblem(receive(id, came("TRF-2", 4, "one fell off")), 422, "line_missing");
        assertProblem(receive(id, came("TRF-9", 4, null)), 422, "not_sent");
        var received = receive(id, """
            {"lines": [{"sku": "TRF-2", "received": 4, "explanation": "one fell off"},
                       {"sku": "TRF-3", "received": 3, "explanation": "packed one more"}]}\
            """);

        assertThat(received).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"differences": [{"sku": "TRF-2", "quantity": 5, "received": 4, "explanation": "one fell off"},
                             {"sku": "TRF-3", "quantity": 2, "received": 3, "explanation": "packed one more"}]}\
            """);
        assertThat(at(to, "TRF-2").path("available").asInt()).isEqualTo(4);
        assertThat(at(to, "TRF-2").path("incoming").asInt()).isZero();
        assertThat(at(to, "TRF-3").path("available").asInt()).isEqualTo(3);
        assertThat(shop.body(shop.get("/api/stock/audit")).path("balanced").asBoolean())
                .isTrue();
    }

    @Test
    void sendsAllOrNothing() {
        var from = shop.openHub("From", 2, 2);
        var to = shop.openHub("To", 3, 3);
        shop.receive(from, "TRF-4", 5);
        shop.receive(from, "TRF-5", 1);

        assertProblem(shop.post("/api/stock/transfers", """
            {"fromHubId": "%s", "toHubId": "%s",
             "lines": [{"sku": "TRF-4", "quantity": 5}, {"sku": "TRF-5", "quantity": 2}]}\
            """.formatted(from, to)), 409, "insufficient_stock");
        shop.eventually(
                () -> at(from, "TRF-4").path("available").asInt(),
                available -> assertThat(available).isEqualTo(5));
        assertProblem(send(from, from, "TRF-4", 1), 422, "same_hub");
        assertProblem(send(from, "hub_none", "TRF-4", 1), 422, "unknown_hub");
        assertProblem(shop.get("/api/stock/transfers/trf_none"), 404, "not_found");
    }

    private MvcTestResult send(String from, String to, String sku, int quantity) {
        return shop.post("/api/stock/transfers", """
            {"fromHubId": "%s", "toHubId": "%s", "lines": [{"sku": "%s", "quantity": %d}], "reason": "evening out"}\
            """.formatted(from, to, sku, quantity));
    }

    private MvcTestResult receive(String id, String body) {
        return shop.post("/api/stock/transfers/" + id + "/receive", body);
    }

    private static String came(String sku, int received, @Nullable String why) {
        var explanation = why == null ? "" : ", \"explanation\": \"" + why + "\"";
        return "{\"lines\": [{\"sku\": \"%s\", \"received\": %d%s}]}".formatted(sku, received, explanation);
    }

    private JsonNode at(String hub, String sku) {
        return shop.body(shop.get("/api/stock/" + sku))
                .path("hubs")
                .valueStream()
                .filter(row -> row.path("hubId").asString().equals(hub))
                .findFirst()
                .orElseThrow();
    }
}
