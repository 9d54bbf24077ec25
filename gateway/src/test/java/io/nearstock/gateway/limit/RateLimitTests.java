package io.nearstock.gateway.limit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.gateway.Caller;
import io.nearstock.gateway.ClientAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class RateLimitTests {

    private final RateLimit limit = new RateLimit(
            new LimitSettings(
                    Duration.ofHours(1),
                    3,
                    2,
                    1,
                    100,
                    DataSize.ofMegabytes(1),
                    List.of("/api/sessions", "/api/accounts")),
            new ClientAddress(Set.of("10.0.0.1")));

    @Test
    void tellsWhatIsLeft() {
        var answer = get("192.0.2.1", "/api/products");

        assertThat(answer.getResponse().getHeaders().getFirst("RateLimit-Policy"))
                .isEqualTo("\"anonymous\";q=2;w=3600");
        assertThat(answer.getResponse().getHeaders().getFirst("RateLimit")).startsWith("\"anonymous\";r=1;t=");
    }

    @Test
    void refusesAnAddressThatAsksTooOften() {
        get("192.0.2.1", "/api/products");
        get("192.0.2.1", "/api/products");

        var refused = get("192.0.2.1", "/api/products");

        assertThat(refused.getResponse().getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refused.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("1800");
        assertThat(get("192.0.2.2", "/api/products").getResponse().getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void countsASignedInClientByItselfWhereverItComesFrom() {
        for (var time = 0; time < 3; time++) {
            assertThat(ask(exchange("192.0.2." + time, HttpMethod.GET, "/api/orders"), "acc_1"))
                    .isEqualTo(HttpStatus.OK);
        }

        assertThat(ask(exchange("192.0.2.9", HttpMethod.GET, "/api/orders"), "acc_1"))
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(ask(exchange("192.0.2.9", HttpMethod.GET, "/api/orders"), "acc_2"))
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void isStricterWhereSomebodySignsInWhateverTokenComesAlong() {
        assertThat(ask(exchange("192.0.2.1", HttpMethod.POST, "/api/sessions"), "acc_1"))
                .isEqualTo(HttpStatus.OK);
        assertThat(ask(exchange("192.0.2.1", HttpMethod.POST, "/api/sessions"), "acc_2"))
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void countsTheClientsOfOurOwnProxyByTheAddressThatItTells() {
        for (var client : List.of("198.51.100.1", "198.51.100.2", "198.51.100.3")) {
            var exchange = exchange(
                    "10.0.0.1",
                    MockServerHttpRequest.get("/api/products").header("X-Forwarded-For", "203.0.113.7, " + client));
            assertThat(pass(exchange)).isEqualTo(HttpStatus.OK);
        }
    }

    @Test
    void believesNobodyElseAboutTheAddress() {
        for (var time = 0; time < 2; time++) {
            pass(exchange("192.0.2.1", MockServerHttpRequest.get("/api/x").header("X-Forwarded-For", "1.1.1." + time)));
        }

        var third = exchange("192.0.2.1", MockServerHttpRequest.get("/api/x").header("X-Forwarded-For", "1.1.1.9"));
        assertThat(pass(third)).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    private MockServerWebExchange get(String address, String path) {
        var exchange = exchange(address, HttpMethod.GET, path);
        pass(exchange);
        return exchange;
    }

    private HttpStatusCode ask(MockServerWebExchange exchange, String account) {
        new Caller(account, Set.of("customer")).arriveAt(exchange);
        return pass(exchange);
    }

    private HttpStatusCode pass(MockServerWebExchange exchange) {
        limit.filter(exchange, passed -> {
                    passed.getResponse().setStatusCode(HttpStatus.OK);
                    return Mono.empty();
                })
                .block();
        return requireNonNull(exchange.getResponse().getStatusCode());
    }

    private static MockServerWebExchange exchange(String address, HttpMethod method, String path) {
        return exchange(address, MockServerHttpRequest.method(method, path));
    }

    private static MockServerWebExchange exchange(String address, MockServerHttpRequest.BaseBuilder<?> request) {
        return MockServerWebExchange.from(request.remoteAddress(new InetSocketAddress(address, 1234)));
    }
}
