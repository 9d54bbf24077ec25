package io.nearstock.inventory.partner;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestTokens;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a supplier's offer to its goods in the hub, seen from both sides. */
@InventoryTest
class SuppliersJourneyTests {

    private final Shop shop;
    private final Clock clock;

    SuppliersJourneyTests(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    @Test
    void buysWhatASupplierOffersAndTakesItIn() {
        var hub = shop.openHub("Buying", 1, 1);
        var supplier = supplierOf("BUY-1");
        var order = draft(supplier, hub, "BUY-1", 20);
        assertThat(order).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"status": "draft", "total": {"amount": 5000, "currency": "GBP"},
             "landedTotal": {"amount": 5300, "currency": "GBP"}}\
            """);
        var path = "/purchase-orders/" + shop.body(order).path("id").asString();
        assertProblem(partner(supplier, "GET", path, ""), 404, "not_found");
        assertThat(shop.post("/api" + path + "/approve", "")).hasStatusOk();
        assertThat(shop.post("/api" + path + "/send", "")).hasStatusOk();
        assertThat(shop.stock("BUY-1").path("incoming").asInt()).isEqualTo(20);
        var day = LocalDate.now(clock).plusDays(40);

        assertThat(partner(supplier, "GET", "/purchase-orders", "")).bodyText().contains(path.substring(17));
        assertThat(partner(supplier, "POST", path + "/acknowledge", "{\"expectedOn\": \"%s\"}".formatted(day)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"acknowledged\", \"expectedOn\": \"%s\"}".formatted(day));
        assertThat(shop.get("/api/availability?skus=BUY-1")).bodyJson().isLenientlyEqualTo("""
            {"items": [{"incoming": [{"quantity": 20, "expectedOn": "%s"}]}]}\
            """.formatted(day));
        assertThat(shop.body(shop.get("/api/stock/BUY-1/atp?on=" + day.minusDays(1)))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(shop.body(shop.get("/api/stock/BUY-1/atp?on=" + day))
                        .path("total")
                        .asInt())
                .isEqualTo(20);

        var shipped = partner(supplier, "POST", path + "/ship", """
            {"lines": [{"sku": "BUY-1", "quantity": 2, "lot": "L-1", "serials": ["S1", "S2"]},
                       {"sku": "BUY-1", "quantity": 18, "lot": "L-2", "expiresOn": "2100-01-01"}],
             "reference": "TRUCK 7"}\
            """);
        assertThat(shipped).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"status\": \"shipped\"}");
        var codes = shop.body(shipped).at("/asn/lines/0/codes");
        assertThat(codes).hasSize(2);
        assertThat(shop.get("/api/purchase-orders/authenticity/" + codes.get(1).asString()))
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"genuine": true, "origin": {"sku": "BUY-1", "lot": "L-1", "serial": "S2"}}\
                    """);
        assertThat(shop.get("/api/purchase-orders/authenticity/Zm9yZ2Vk.Zm9yZ2Vk"))
                .bodyJson()
                .isLenientlyEqualTo("{\"genuine\": false}");

        assertThat(receive(path, 12, 2, false)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "partially_received", "lines": [{"received": 10, "damaged": 2}]}\
            """);
        assertProblem(receive(path, 9, 0, false), 409, "over_delivery");
        assertThat(receive(path, 7, 0, true)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "received"}\
            """);
        assertThat(shop.get("/api/stock/BUY-1")).bodyJson().isLenientlyEqualTo("""
            {"hubs": [{"onHand": 19, "available": 17, "damaged": 2, "incoming": 0}]}\
            """);
        assertThat(shop.body(shop.get("/api/stock/audit")).path("balanced").asBoolean())
                .isTrue();
        var score = shop.body(partner(supplier, "GET", "/quality", "")).path("score");
        assertThat(score.path("fillRate").asDouble()).isEqualTo(0.95);
        assertThat(score.path("quality").asDouble()).isEqualTo(17.0 / 19);
        assertThat(score.path("punctuality").asDouble()).isEqualTo(1);
        assertThat(score.path("price").asDouble()).isEqualTo(1);
    }

    /** Of two lots that were announced one comes whole, the other in two parts and not all of it, and a third instead. */
    @Test
    void booksTheLotsThatComeAndShowsThemBesideThoseAnnounced() {
        var hub = shop.openHub("Lots", 1, 1);
        var supplier = supplierOf("BUY-7");
        var path = "/purchase-orders/"
                + shop.body(draft(supplier, hub, "BUY-7", 20)).path("id").asString();
        shop.post("/api" + path + "/approve", "");
        shop.post("/api" + path + "/send", "");
        assertThat(partner(supplier, "POST", path + "/ship", """
            {"lines": [{"sku": "BUY-7", "quantity": 8, "lot": "L-1", "expiresOn": "2100-01-01"},
                       {"sku": "BUY-7", "quantity": 12, "lot": "L-2"}]}\
            """)).hasStatusOk();

        assertThat(shop.post("/api" + path + "/receipts", """
            {"lines": [{"sku": "BUY-7", "quantity": 8, "damaged": 2, "lot": "L-1"}]}\
            """)).hasStatusOk();
        assertThat(receive(path, 5, 0, false)).hasStatusOk();
        var received = shop.post("/api" + path + "/receipts", """
            {"lines": [{"sku": "BUY-7", "quantity": 2, "lot": "L-3", "expiresOn": "2099-01-01"},
                       {"sku": "BUY-7", "quantity": 5}]}\
            """);

        assertThat(received).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "received",
             "lots": [{"lot": "L-1", "expiresOn": "2100-01-01", "announced": 8, "received": 8},
                      {"lot": "L-2", "announced": 12, "received": 10},
                      {"lot": "L-3", "expiresOn": "2099-01-01", "announced": 0, "received": 2}]}\
            """);
        var booked = shop.body(shop.get("/api/stock/BUY-7/lots")).path("lots");
        assertThat(booked.valueStream().mapToInt(lot -> lot.path("received").asInt()))
                .contains(8, 2);
        assertThat(booked.valueStream()
                        .mapToInt(lot -> lot.path("left").asInt())
                        .sum())
                .isEqualTo(20);
        assertThat(booked.valueStream())
                .allMatch(lot -> lot.path("supplierId").asString().equals(supplier));
        assertProblem(shop.post("/api" + path + "/receipts", """
            {"lines": [{"sku": "BUY-7", "quantity": 2, "expiresOn": "2099-01-01"}]}\
            """), 422, "invalid_request");
    }

    @Test
    void knowsNothingOfOtherSuppliersOrders() {
        var hub = shop.openHub("Secret", 1, 1);
        var theirs = supplierOf("BUY-2");
        var other = supplierOf("BUY-3");
        var order = draft(theirs, hub, "BUY-2", 10);
        var path = "/purchase-orders/" + shop.body(order).path("id").asString();
        shop.post("/api" + path + "/approve", "");
        shop.post("/api" + path + "/send", "");

        assertProblem(partner(other, "GET", path, ""), 404, "not_found");
        assertProblem(partner(other, "POST", path + "/acknowledge", "{}"), 404, "not_found");
        assertProblem(partner(other, "POST", path + "/reject", "{\"reason\": \"mine\"}"), 404, "not_found");
        assertProblem(
                partner(other, "POST", path + "/ship", "{\"lines\": [{\"sku\": \"BUY-2\", \"quantity\": 1}]}"),
                404,
                "not_found");
        assertThat(shop.body(partner(other, "GET", "/purchase-orders", "")).path("items"))
                .isEmpty();
        assertThat(shop.body(partner("sup_new", "GET", "/purchase-orders", "")).path("items"))
                .isEmpty();
        assertThat(shop.get("/api/suppliers/sup_new")).hasStatusOk();
        assertThat(shop.get("/api/partner/purchase-orders")).hasStatus(403);
        assertThat(shop.http().get().uri("/api/suppliers").header("Authorization", TestTokens.supplier(theirs)))
                .hasStatus(403);
        assertThat(shop.body(partner(theirs, "GET", path, "")).path("status").asString())
                .isEqualTo("sent");
    }

    @Test
    void expectsNothingOfAnOrderThatIsRejected() {
        var hub = shop.openHub("Rejected", 1, 1);
        var supplier = supplierOf("BUY-4");
        var path = "/purchase-orders/"
                + shop.body(draft(supplier, hub, "BUY-4", 10)).path("id").asString();
        assertProblem(shop.post("/api" + path + "/send", ""), 409, "purchase_order_draft");
        shop.post("/api" + path + "/approve", "");
        shop.post("/api" + path + "/send", "");

        assertThat(partner(supplier, "POST", path + "/reject", "{\"reason\": \"sold out\"}"))
                .hasStatusOk();

        assertThat(shop.stock("BUY-4").path("incoming").asInt()).isZero();
        assertProblem(receive(path, 1, 0, false), 409, "purchase_order_rejected");
    }

    @Test
    void ordersOnlyAsTheOfferAllows() {
        var hub = shop.openHub("Offers", 1, 1);
        var supplier = supplierOf("BUY-5");

        assertProblem(draft(supplier, hub, "BUY-5", 5), 422, "below_minimum");
        assertProblem(draft(supplier, hub, "BUY-5", 13), 422, "not_whole_packs");
        assertProblem(draft(supplier, hub, "BUY-6", 10), 422, "no_offer");
        assertProblem(draft("sup_none", hub, "BUY-5", 10), 422, "unknown_supplier");
        assertThat(shop.http()
                        .post()
                        .uri("/api/suppliers/" + supplier + "/suspend")
                        .header("Authorization", Shop.STAFF)
                        .header("If-Match", "\"1\"")
                        .contentType(APPLICATION_JSON)
                        .content("{\"reason\": \"broken mugs\"}"))
                .hasStatusOk();
        assertProblem(draft(supplier, hub, "BUY-5", 10), 409, "supplier_suspended");
        assertThat(shop.body(shop.get("/api/suppliers/" + supplier))
                        .path("reason")
                        .asString())
                .isEqualTo("broken mugs");
    }

    private String supplierOf(String sku) {
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Supplier of " + sku + "\"}"))
                .path("id")
                .asString();
        var offer = """
            {"offers": [{"sku": "%s", "unitCost": {"amount": 250, "currency": "GBP"}, "minimumQuantity": 10,
                         "packSize": 2, "leadTimeDays": 5}]}\
            """.formatted(sku);
        assertThat(shop.post("/api/suppliers/" + supplier + "/offers", offer))
                .bodyJson()
                .isLenientlyEqualTo("{\"changed\": 1, \"unchanged\": 0}");
        assertThat(shop.post("/api/suppliers/" + supplier + "/offers", offer))
                .bodyJson()
                .isLenientlyEqualTo("{\"changed\": 0, \"unchanged\": 1}");
        return supplier;
    }

    private MvcTestResult draft(String supplier, String hub, String sku, int quantity) {
        return shop.post("/api/purchase-orders", """
            {"supplierId": "%s", "hubId": "%s", "lines": [{"sku": "%s", "quantity": %d}], "freight": 300}\
            """.formatted(supplier, hub, sku, quantity));
    }

    private MvcTestResult receive(String path, int quantity, int damaged, boolean last) {
        var sku = shop.body(shop.get("/api" + path)).at("/lines/0/sku").asString();
        return shop.post("/api" + path + "/receipts", """
            {"lines": [{"sku": "%s", "quantity": %d, "damaged": %d}], "last": %s}\
            """.formatted(sku, quantity, damaged, last));
    }

    private MvcTestResult partner(String supplier, String method, String path, String body) {
        return shop.http()
                .method(HttpMethod.valueOf(method))
                .uri("/api/partner" + path)
                .header("Authorization", TestTokens.supplier(supplier))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
