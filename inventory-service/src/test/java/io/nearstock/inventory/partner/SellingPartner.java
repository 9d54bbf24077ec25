package io.nearstock.inventory.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestTokens;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Does what a supplier does, as one that staff have put on the list. */
record SellingPartner(Shop shop, String id) {

    static SellingPartner named(Shop shop, String name) {
        var supplier = shop.post("/api/suppliers", "{\"name\": \"%s\"}".formatted(name));
        return new SellingPartner(shop, shop.body(supplier).path("id").asString());
    }

    MvcTestResult get(String path) {
        return call("GET", path, "", UUID.randomUUID().toString());
    }

    MvcTestResult post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    MvcTestResult post(String path, String body, String key) {
        return call("POST", path, body, key);
    }

    private MvcTestResult call(String method, String path, String body, String key) {
        return shop.http()
                .method(HttpMethod.valueOf(method))
                .uri("/api/partner" + path)
                .header("Authorization", TestTokens.supplier(id))
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult offers(String sku, String cost) {
        return shop.post("/api/suppliers/" + id + "/offers", """
            {"offers": [{"sku": "%s", "unitCost": %s, "leadTimeDays": 5}]}\
            """.formatted(sku, cost));
    }

    /** The path of an order that has been sent to it. */
    String isSentAnOrder(String sku, String hub, int quantity) {
        offers(sku, "{\"amount\": 250, \"currency\": \"GBP\"}");
        var path = "/purchase-orders/"
                + shop.body(orders(sku, hub, quantity)).path("id").asString();
        assertThat(shop.post("/api" + path + "/approve", "")).hasStatusOk();
        assertThat(shop.post("/api" + path + "/send", "")).hasStatusOk();
        return path;
    }

    MvcTestResult orders(String sku, String hub, int quantity) {
        return shop.post("/api/purchase-orders", """
            {"supplierId": "%s", "hubId": "%s", "lines": [{"sku": "%s", "quantity": %d}]}\
            """.formatted(id, hub, sku, quantity));
    }

    MvcTestResult bids(String request, String cost, int pack) {
        return post("/sourcing-requests/" + request + "/bids", """
            {"unitCost": %s, "packSize": %d, "leadTimeDays": 3}\
            """.formatted(cost, pack));
    }
}
