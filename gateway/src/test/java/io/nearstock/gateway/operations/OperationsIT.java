package io.nearstock.gateway.operations;

import io.nearstock.gateway.GatewayTest;
import io.nearstock.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@GatewayTest
class OperationsIT {

    private final WebTestClient outside;

    OperationsIT(WebTestClient outside) {
        this.outside = outside;
    }

    @Test
    void showsEveryInstanceOfEveryService() {
        get("/api/ops/health", TestTokens.staff("orders"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("DEGRADED")
                .jsonPath("$.services.length()")
                .isEqualTo(6)
                .jsonPath("$.services[?(@.service == 'order-service')].instances[0].status")
                .isEqualTo("UP")
                .jsonPath("$.services[?(@.service == 'catalog-service')].instances.length()")
                .isEqualTo(2)
                .jsonPath("$.services[?(@.service == 'inventory-service')].instances[0].status")
                .isEqualTo("UNREACHABLE");
    }

    @Test
    void gathersDeadLettersUnderIdsThatLeadBack() {
        get("/api/ops/dead-letters", TestTokens.staff("orders"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.id == 'order-service:dl_1')]")
                .exists()
                .jsonPath("$.unavailable[0]")
                .isEqualTo("inventory-service");

        outside.post()
                .uri("/api/ops/dead-letters/order-service:dl_1/replay")
                .header("Authorization", TestTokens.staff("orders"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.path")
                .isEqualTo("/ops/dead-letters/dl_1/replay");
    }

    @Test
    void gathersOutboxes() {
        get("/api/ops/outbox", TestTokens.bearer("acc_1", "admin"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.service == 'order-service')]")
                .exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/ops/health", "/api/ops/outbox", "/api/ops/dead-letters"})
    void isForStaffOnly(String path) {
        get(path, TestTokens.bearer("acc_1", "customer")).expectStatus().isForbidden();
        outside.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .exists("WWW-Authenticate");
    }

    private ResponseSpec get(String path, String token) {
        return outside.get().uri(path).header("Authorization", token).exchange();
    }
}
