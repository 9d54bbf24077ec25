package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowingConsumer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as staff, as another service and as anybody. */
public final class Shop {

    public static final String STAFF = TestTokens.staff("inventory");
    public static final String ORDER_SERVICE = TestTokens.service("order-service");

    private final MockMvcTester http;
    private final JsonMapper json = JsonMapper.builder().build();

    Shop(MockMvcTester http) {
        this.http = http;
    }

    public MockMvcTester http() {
        return http;
    }

    public String openHub(String name, double longitude, double latitude) {
        var answer = post("/api/hubs", """
            {"name": "%s", "position": {"type": "Point", "coordinates": [%s, %s]}}\
            """.formatted(name, longitude, latitude));
        assertThat(answer).hasStatus(201);
        return body(answer).path("id").asString();
    }

    public void receive(String hubId, String sku, int quantity) {
        assertThat(post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "%s", "quantity": %d}], "reason": "opening stock"}\
            """.formatted(hubId, sku, quantity)))
                .hasStatus(201);
    }

    public MvcTestResult hold(String id, String orderId, String lines) {
        return putInternal("/internal/holds/" + id, """
            {"reference": "chk_%s", "lines": [%s],
             "destination": {"type": "Point", "coordinates": [0, 51.5]}%s}\
            """.formatted(
                        id, lines, orderId.isEmpty() ? "" : ", \"claimBy\": \"" + orderId + "\""));
    }

    public static String line(String sku, int quantity) {
        return "{\"sku\": \"%s\", \"quantity\": %d}".formatted(sku, quantity);
    }

    public MvcTestResult post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public MvcTestResult post(String path, String body, String key) {
        return http.post()
                .uri(path)
                .header("Authorization", STAFF)
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult get(String path) {
        return http.get().uri(path).header("Authorization", STAFF).exchange();
    }

    public MvcTestResult putInternal(String path, String body) {
        return http.put()
                .uri(path)
                .header("Authorization", ORDER_SERVICE)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult getInternal(String path) {
        return http.get().uri(path).header("Authorization", ORDER_SERVICE).exchange();
    }

    public MvcTestResult postInternal(String path, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", ORDER_SERVICE)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    /** A product's stock in the only hub that has it. */
    public JsonNode stock(String sku) {
        return body(get("/api/stock/" + sku)).at("/hubs/0");
    }

    /** What suppliers are or were asked for of a product, the oldest first. */
    public List<JsonNode> sourcingRequests(String sku) {
        var found = new ArrayList<JsonNode>();
        var path = "/api/sourcing-requests?limit=100";
        for (var next = path; !next.isEmpty(); ) {
            var page = body(get(next));
            page.path("items").forEach(found::add);
            var cursor = page.path("nextCursor");
            next = cursor.isString() ? path + "&cursor=" + cursor.asString() : "";
        }
        found.removeIf(request -> !request.path("sku").asString().equals(sku));
        return found;
    }

    public JsonNode holdSeenByStaff(String id) {
        return body(get("/api/holds/" + id));
    }

    public JsonNode body(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    public JsonNode json(String text) {
        return json.readTree(text);
    }

    /** The names in a document without its values, lists by their first entry: what a contract fixes. */
    public String shape(JsonNode node) {
        if (node.isArray()) {
            return "[" + (node.isEmpty() ? "" : shape(node.get(0))) + "]";
        }
        return node.isObject()
                ? node.propertyStream()
                        .map(field -> field.getKey() + shape(field.getValue()))
                        .sorted()
                        .toList()
                        .toString()
                : "";
    }

    public static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentType(APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    public <T> void eventually(Supplier<T> look, ThrowingConsumer<T> meets) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> meets.accept(look.get()));
    }
}
