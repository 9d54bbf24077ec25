package io.nearstock.gateway.limit;

import static org.springframework.http.MediaType.APPLICATION_OCTET_STREAM;

import io.nearstock.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;

@GatewayTest
class BodyLimitIT {

    private static final int MEGABYTE = 1 << 20;

    private final WebTestClient outside;

    BodyLimitIT(WebTestClient outside) {
        this.outside = outside;
    }

    @Test
    void takesABodyOfOneMegabyte() {
        post("/api/orders", new byte[MEGABYTE])
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.bytes")
                .isEqualTo(MEGABYTE);
    }

    @Test
    void refusesALargerOneBeforeItComes() {
        post("/api/orders", new byte[MEGABYTE + 1])
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("body_too_large");
    }

    @Test
    void refusesALargerOneThatDoesNotTellItsLength() {
        chunks("/api/orders", 5).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void streamsAWholeCatalogueThrough() {
        chunks("/api/products/import", 300)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.bytes")
                .isEqualTo(300 * MEGABYTE / 4);
    }

    private ResponseSpec post(String path, byte[] body) {
        return outside.post()
                .uri(path)
                .header("Idempotency-Key", "1")
                .contentType(APPLICATION_OCTET_STREAM)
                .bodyValue(body)
                .exchange();
    }

    /** Sends quarters of a megabyte without telling how many. */
    private ResponseSpec chunks(String path, int quarters) {
        return outside.post()
                .uri(path)
                .header("Idempotency-Key", "1")
                .contentType(APPLICATION_OCTET_STREAM)
                .body(Flux.range(0, quarters).map(_ -> new byte[MEGABYTE / 4]), byte[].class)
                .exchange();
    }
}
