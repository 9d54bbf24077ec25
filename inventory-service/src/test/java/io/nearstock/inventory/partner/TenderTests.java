package io.nearstock.inventory.partner;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What runs low or out and nobody offers: asked for once, bid for, awarded once. */
@InventoryTest
class TenderTests {

    private final Shop shop;
    private final TestEvents events;

    TenderTests(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    @Consumes("stock.low")
    void asksForWhatRunsLowAndNobodyOffersOnce() {
        var news = Contracts.event("stock.low").replace("KETTLE-17", "KETTLE-17-LOW");

        events.publish("stock.low", "KETTLE-17-LOW@hub_1", 9, news);
        events.publish("stock.low", "KETTLE-17-LOW@hub_1", 9, news);

        shop.eventually(
                () -> shop.sourcingRequests("KETTLE-17-LOW"),
                found -> assertThat(found).hasSize(1).allSatisfy(request -> {
                    assertThat(request.path("quantity").asInt()).isEqualTo(5);
                    assertThat(request.path("cause").asString()).isEqualTo("stock.low");
                }));
    }

    /** What falls from enough to nothing has no other news. */
    @ParameterizedTest
    @CsvSource({"stock.out, 8", "stock.short, 10"})
    @Consumes({"stock.out", "stock.short"})
    void asksForWhatIsGoneAndNobodyOffersOnce(String type, int quantity) {
        var news = Contracts.event(type).replace("KETTLE-17", type);

        events.publish(type, type + "@hub_1", 9, news);
        events.publish(type, type + "@hub_1", 9, news);

        shop.eventually(
                () -> shop.sourcingRequests(type),
                found -> assertThat(found).hasSize(1).allSatisfy(request -> {
                    assertThat(request.path("quantity").asInt()).isEqualTo(quantity);
                    assertThat(request.path("cause").asString()).isEqualTo(type);
                }));
    }

    @Test
    void ranksBidsAndAwardsOne() {
        var hub = shop.openHub("Tender", 1, 1);
        var id = shop.body(shop.post("/api/sourcing-requests", wanted(hub, "BID-1")))
                .path("id")
                .asString();
        assertProblem(shop.post("/api/sourcing-requests", wanted(hub, "BID-1")), 409, "already_requested");
        var cheap = supplier();
        var fast = supplier();
        assertThat(partner(cheap, "/api/partner/sourcing-requests")).bodyText().contains("BID-1");
        assertThat(bid(fast, id, 300, 1)).hasStatus(201);
        assertThat(bid(cheap, id, 900, 9)).hasStatus(201);
        assertThat(bid(cheap, id, 100, 9)).hasStatus(201).bodyText().doesNotContain(fast, "\"amount\":300");

        var bids = shop.body(shop.get("/api/sourcing-requests/" + id)).path("bids");
        assertThat(bids).hasSize(2);
        assertThat(bids.at("/0/bid/supplierId").asString()).isEqualTo(cheap);
        assertThat(bids.at("/0/price").asDouble()).isEqualTo(1);
        assertThat(bids.at("/1/leadTime").asDouble()).isEqualTo(1);

        var chosen = bids.at("/0/bid/id").asString();
        var awarded = shop.post("/api/sourcing-requests/" + id + "/award", "{\"bidId\": \"%s\"}".formatted(chosen));

        assertThat(awarded).hasStatusOk();
        var order = shop.body(awarded).path("purchaseOrderId").asString();
        assertThat(shop.get("/api/purchase-orders/" + order)).bodyJson().isLenientlyEqualTo("""
            {"supplierId": "%s", "status": "draft", "lines": [{"sku": "BID-1", "quantity": 8, "unitCost": {"amount": 100}}]}\
            """.formatted(cheap));
        assertThat(shop.get("/api/suppliers/" + cheap + "/offers")).bodyText().contains("BID-1");
        assertProblem(bid(fast, id, 50, 1), 409, "request_closed");
        assertProblem(
                shop.post("/api/sourcing-requests/" + id + "/award", "{\"bidId\": \"%s\"}".formatted(chosen)),
                409,
                "request_closed");
        assertThat(shop.sourcingRequests("BID-1")).hasSize(1);
    }

    private static String wanted(String hub, String sku) {
        return "{\"sku\": \"%s\", \"hubId\": \"%s\", \"quantity\": 7}".formatted(sku, hub);
    }

    private String supplier() {
        return shop.body(shop.post("/api/suppliers", "{\"name\": \"Bidder\"}"))
                .path("id")
                .asString();
    }

    private MvcTestResult bid(String supplier, String request, int cost, int days) {
        return shop.http()
                .post()
                .uri("/api/partner/sourcing-requests/" + request + "/bids")
                .header("Authorization", TestTokens.supplier(supplier))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(APPLICATION_JSON)
                .content("""
                    {"unitCost": {"amount": %d, "currency": "GBP"}, "packSize": 4, "leadTimeDays": %d}\
                    """.formatted(cost, days))
                .exchange();
    }

    private MvcTestResult partner(String supplier, String path) {
        return shop.http()
                .get()
                .uri(path)
                .header("Authorization", TestTokens.supplier(supplier))
                .exchange();
    }
}
