package io.nearstock.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.http.MediaType.TEXT_EVENT_STREAM;

import io.nearstock.gateway.Backends;
import io.nearstock.gateway.GatewayTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@GatewayTest
class RoutingIT {

    private final WebTestClient outside;
    private final int port;

    RoutingIT(WebTestClient outside, @LocalServerPort int port) {
        this.outside = outside;
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/orders, order-service",
        "/api/orders/ord_1/tracking, order-service",
        "/api/cart/items/A-1, order-service",
        "/api/accounts/me, account-service",
        "/api/admin/accounts, account-service",
        "/oauth2/token, account-service",
        "/.well-known/openid-configuration, account-service"
    })
    void asksTheServiceThatOwnsThePath(String path, String service) {
        outside.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.service")
                .isEqualTo(service)
                .jsonPath("$.path")
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/unknown",
                "/api/ordersx",
                "/internal/holds/1",
                "/order-service/api/orders",
                "/v3/api-docs",
                "/actuator",
                "/actuator/env",
                "/actuator/prometheus",
                "/ops/outbox",
                "/api/orders/../../internal/holds",
                "/api/orders/..%2f..%2finternal/holds",
                "/api/orders/%2e%2e/%2e%2e/internal/holds",
                "/api/orders/..;/..;/ops/outbox",
                "/api/orders//internal",
                "/api-docs/unknown"
            })
    void knowsNoOtherPath(String path) {
        problem(
                outside.get()
                        .uri(URI.create("http://localhost:" + port + path))
                        .exchange()
                        .expectStatus(),
                404,
                "not_found");
    }

    @Test
    void asksAnotherInstanceWhenOneIsGoneAndRepeatingIsHarmless() {
        for (var time = 0; time < 4; time++) {
            outside.get().uri("/api/products").exchange().expectStatus().isOk();
            outside.post()
                    .uri("/api/products")
                    .header("Idempotency-Key", "key-" + time)
                    .contentType(APPLICATION_JSON)
                    .bodyValue("{\"sku\": 1}")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.bytes")
                    .isEqualTo(10);
        }
    }

    @Test
    void saysHonestlyThatAServiceIsAway() {
        var answer = outside.get().uri("/api/hubs").exchange();

        answer.expectHeader().valueEquals("Retry-After", "1");
        problem(answer.expectStatus(), 503, "unavailable");
        problem(outside.get().uri("/api/notifications").exchange().expectStatus(), 503, "unavailable");
    }

    @Test
    void stopsAskingAServiceThatIsGone() {
        for (var time = 0; time < 40; time++) {
            var answer = outside.get().uri("/api/hubs").exchange();
            problem(answer.expectStatus(), 503, "unavailable");
        }

        outside.get().uri("/api/orders").exchange().expectStatus().isOk();
    }

    @Test
    void waitsNoLongerThanItsBudget() {
        var answer = outside.get().uri("/api/orders/never").exchange();

        answer.expectHeader().exists("Retry-After");
        problem(answer.expectStatus(), 503, "timeout");
    }

    @Test
    void tellsABrokenAnswerFromAMissingOne() {
        problem(outside.post().uri("/api/orders/broken").exchange().expectStatus(), 502, "bad_gateway");
    }

    @Test
    void passesAStreamOnAsItComes() {
        var first = outside.get()
                .uri("/api/orders/ord_1/tracking/stream")
                .accept(TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst();

        assertThat(first).isEqualTo("first");
    }

    @Test
    void tellsAServiceWhereARequestCameFromAndLetsNobodyElseDoSo() {
        outside.get()
                .uri("/api/orders")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Nearstock-Internal", "true")
                .exchange();

        assertThat(Backends.ORDERS.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(Backends.ORDERS.header("X-Forwarded-Host")).startsWith("localhost:");
        assertThat(Backends.ORDERS.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(Backends.ORDERS.header("X-Forwarded-Prefix")).isNull();
        assertThat(Backends.ORDERS.header("Forwarded")).isNull();
        assertThat(Backends.ORDERS.header("X-Nearstock-Internal")).isNull();
    }

    @Test
    void carriesATraceOnAndBeginsOneWhereThereIsNone() {
        outside.get()
                .uri("/api/orders")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .exchange()
                .expectHeader()
                .valueMatches("traceparent", "00-0af7651916cd43dd8448eb211c80319c-.*");
        assertThat(Backends.ORDERS.header("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");

        outside.get().uri("/api/orders").exchange();
        assertThat(Backends.ORDERS.header("traceparent"))
                .isNotNull()
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    private static void problem(StatusAssertions status, int code, String name) {
        ResponseSpec answer = status.isEqualTo(code);
        answer.expectHeader()
                .contentTypeCompatibleWith(APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(name)
                .jsonPath("$.status")
                .isEqualTo(code)
                .jsonPath("$.traceId")
                .isNotEmpty();
    }
}
