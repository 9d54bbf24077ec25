package io.nearstock.gateway.edge;

import io.nearstock.gateway.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class EdgeIT {

    private final WebTestClient outside;

    EdgeIT(WebTestClient outside) {
        this.outside = outside;
    }

    @Test
    void keepsABrowserSafe() {
        outside.get()
                .uri("/api/orders")
                .exchange()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .expectHeader()
                .doesNotExist("Server");
    }

    @Test
    void letsThePagesOfAConfiguredOriginCall() {
        outside.options()
                .uri("/api/orders")
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "idempotency-key, authorization")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "https://shop.example");
    }

    @Test
    void refusesThePagesOfAnyOtherOrigin() {
        outside.get()
                .uri("/api/orders")
                .header("Origin", "https://evil.example")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void refusesHeadersAbove16Kilobytes() {
        outside.get()
                .uri("/api/orders")
                .header("X-Long", "x".repeat(17_000))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);
    }

    @Test
    void showsItsOwnHealthAndNothingElse() {
        for (var probe : List.of("/actuator/health/readiness", "/actuator/health/liveness", "/readyz", "/livez")) {
            outside.get().uri(probe).exchange().expectStatus().isOk();
        }
    }
}
