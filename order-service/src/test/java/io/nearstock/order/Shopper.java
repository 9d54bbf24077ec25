package io.nearstock.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import io.nearstock.testkit.TestTokens;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the API, with a fresh idempotency key for each request unless told another. */
public final class Shopper {

    public static final String CUSTOMER = TestTokens.bearer("acc_1", "customer");
    public static final String SOMEBODY_ELSE = TestTokens.bearer("acc_2", "customer");
    public static final String STAFF = TestTokens.staff("orders");
    public static final String MOVER = TestTokens.mover("mov_1");

    private final MockMvcTester http;
    private final JsonMapper json = new JsonMapper();

    Shopper(MockMvcTester http) {
        this.http = http;
    }

    public MvcTestResult get(String who, String path) {
        return http.get().uri(URI.create(path)).header("Authorization", who).exchange();
    }

    public MvcTestResult post(String who, String path, String body) {
        return post(who, path, body, UUID.randomUUID().toString());
    }

    public MvcTestResult post(String who, String path, String body, String key) {
        return http.post()
                .uri(URI.create(path))
                .header("Authorization", who)
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult put(String who, String path, String body) {
        return http.put()
                .uri(URI.create(path))
                .header("Authorization", who)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult delete(String who, String path) {
        return http.delete().uri(URI.create(path)).header("Authorization", who).exchange();
    }

    /** Orders two kettles, which are 50.00, by lines. */
    public MvcTestResult order(String token, String plan) {
        return post(CUSTOMER, "/api/orders", orderOf("KETTLE", token, plan));
    }

    /** The id of a checkout of two. */
    public String checkout(String sku) {
        var body = "{\"lines\": [{\"sku\": \"" + sku + "\", \"quantity\": 2}], \"address\": " + address() + "}";
        var answer = created("/api/checkouts", body);
        return orderId(answer);
    }

    public static String orderOf(String sku, String token, String plan) {
        return """
            {"lines": [{"sku": "%s", "quantity": 2}], "address": %s,
             "payment": {"method": "card", "token": "%s", "plan": "%s"}}\
            """.formatted(sku, address(), token, plan);
    }

    public static String orderOfCheckout(String checkoutId, String token) {
        return """
            {"checkoutId": "%s", "payment": {"method": "card", "token": "%s"}}\
            """.formatted(checkoutId, token);
    }

    public static String address() {
        return """
            {"line1": "1 Market Square", "city": "Leeds", "postcode": "LS1 1AA", "country": "GB",
             "position": {"type": "Point", "coordinates": [-1.5, 53.8]}}\
            """;
    }

    public static String card(String token) {
        return """
            {"method": "card", "token": "%s"}\
            """.formatted(token);
    }

    /** The order's id, from its own answer or from the problem that names it. */
    public String orderId(MvcTestResult answer) {
        var body = json(answer);
        return body.has("orderId")
                ? body.path("orderId").asString()
                : body.path("id").asString();
    }

    public String confirmedOrder(String plan) {
        return orderId(created("/api/orders", orderOf("KETTLE", "tok_visa", plan)));
    }

    /** Asked again under the same key while the answer is to come later, as customers do where a machine stands still. */
    private MvcTestResult created(String path, String body) {
        var key = UUID.randomUUID().toString();
        return Awaitility.await(path + " to be answered")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .pollDelay(Duration.ZERO)
                .until(
                        () -> post(CUSTOMER, path, body, key),
                        answer -> answer.getResponse().getStatus() == 201);
    }

    public JsonNode see(String orderId) {
        var answer = get(CUSTOMER, "/api/orders/" + orderId);
        assertThat(answer).hasStatus(200);
        return json(answer);
    }

    public String statusOf(String orderId) {
        return see(orderId).path("status").asString();
    }

    public String firstShipment(String orderId) {
        return see(orderId).at("/shipments/0/id").asString();
    }

    public void await(String orderId, String status) {
        Awaitility.await(orderId + " to be " + status)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> statusOf(orderId), status::equals);
    }

    public JsonNode json(MvcTestResult answer) {
        try {
            return json.readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
