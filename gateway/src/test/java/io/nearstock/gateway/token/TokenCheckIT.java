package io.nearstock.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.gateway.Backends;
import io.nearstock.gateway.GatewayTest;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class TokenCheckIT {

    private final WebTestClient outside;
    private final TestEvents events;

    TokenCheckIT(WebTestClient outside, TestEvents events) {
        this.outside = outside;
        this.events = events;
    }

    @Test
    void passesAGoodTokenOn() {
        var token = TestTokens.bearer("acc_1", "customer");

        ask(token).isOk();
        ask(token).isOk();

        assertThat(Backends.ORDERS.header("Authorization")).isEqualTo(token);
    }

    @Test
    void leavesARequestWithoutTokenToItsService() {
        outside.get().uri("/api/orders").exchange().expectStatus().isOk();
    }

    @Test
    void leavesOtherKindsOfCredentialsToTheirService() {
        ask("Basic b3JkZXI6c2VjcmV0").isOk();
    }

    @Test
    void refusesAServicesTokenWhichIsForTheInside() {
        ask(TestTokens.bearer("order-service", "service"))
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @MethodSource
    void refusesABadToken(String token) {
        ask(token)
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid_token");
    }

    static Stream<String> refusesABadToken() {
        var good = TestTokens.bearer("acc_1", "customer");
        var signature = good.lastIndexOf('.') + 1;
        return Stream.of(
                "Bearer x",
                "Bearer a.b.c",
                good.substring(0, good.length() - 8),
                good.substring(0, signature),
                good.substring(0, signature) + "AAAA" + good.substring(signature + 4),
                TestTokens.with(claims -> claims.subject("acc_1")
                        .expirationTime(Date.from(Instant.now().minusSeconds(60)))),
                TestTokens.with(claims -> claims.subject("acc_1").issuer("http://elsewhere")),
                TestTokens.with(claims -> claims.subject("acc_1").audience("elsewhere")),
                TestTokens.with(claims -> claims));
    }

    @Test
    @Consumes("session.revoked")
    void refusesATokenWhoseSessionHasEnded() {
        var token = TestTokens.bearer("acc_9", "customer");
        ask(token).isOk();

        events.publish("session.revoked", "acc_9", 1, """
            {"accountId": "acc_9", "sessionId": "ses_acc_9", "at": "%s"}
            """.formatted(Instant.now()));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ask(token).isUnauthorized());
        ask(TestTokens.bearer("acc_8", "customer")).isOk();
    }

    private StatusAssertions ask(String authorization) {
        return outside.get()
                .uri("/api/orders")
                .header("Authorization", authorization)
                .exchange()
                .expectStatus();
    }
}
