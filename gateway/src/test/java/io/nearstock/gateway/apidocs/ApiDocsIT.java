package io.nearstock.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class ApiDocsIT {

    private final WebTestClient outside;

    ApiDocsIT(WebTestClient outside) {
        this.outside = outside;
    }

    @Test
    void showsAServicesDocumentAsItIsTrueOutside() {
        outside.get()
                .uri("/api-docs/order-service")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.servers.length()")
                .isEqualTo(1)
                .jsonPath("$.servers[0].url")
                .value(String.class, url -> assertThat(url).startsWith("http://localhost:"))
                .jsonPath("$.paths['/api/things']")
                .exists()
                .jsonPath("$.paths['/internal/holds']")
                .doesNotExist();
    }

    @Test
    void showsItsOwnDocument() {
        outside.get()
                .uri("/api-docs/gateway")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/ops/health']")
                .exists();
    }

    @Test
    void leadsToAPageThatShowsThemAll() {
        var page = outside.get().uri("/api-docs").exchange().expectStatus().isFound();
        var location = page.returnResult(Void.class).getResponseHeaders().getLocation();

        outside.get()
                .uri(String.valueOf(location))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'self'.*");
        outside.get()
                .uri("/api-docs/gateway/swagger-config")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.urls[?(@.url == '/api-docs/order-service')]")
                .exists();
    }
}
