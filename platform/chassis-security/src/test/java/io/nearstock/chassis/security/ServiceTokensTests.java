package io.nearstock.chassis.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.nearstock.chassis.web.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceTokensTests {

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger granted = new AtomicInteger();
    private final AtomicReference<String> credentials = new AtomicReference<>("");
    private final HttpServer account = accountService();
    private final ServiceTokens tokens = new ServiceTokens(
            new AccountServer(settings(account.getAddress().getPort()), "order-service"), clock, Runnable::run);

    private volatile boolean away;

    ServiceTokensTests() throws IOException {}

    @AfterEach
    void stop() {
        account.stop(0);
    }

    @Test
    void showTheClientAndItsSecret() {
        tokens.current();

        var basic = credentials.get().substring("Basic ".length());
        assertThat(new String(Base64.getDecoder().decode(basic), UTF_8)).isEqualTo("order-service:secret");
    }

    @Test
    void areKeptForHalfTheirLife() {
        assertThat(tokens.current()).isEqualTo("token1");
        clock.pass(Duration.ofSeconds(299));
        assertThat(tokens.current()).isEqualTo("token1");
    }

    @Test
    void areRenewedBehindTheCallersBack() {
        tokens.current();
        clock.pass(Duration.ofMinutes(5));

        assertThat(tokens.current()).isEqualTo("token1");
        assertThat(tokens.current()).isEqualTo("token2");
    }

    @Test
    void serveToTheirEndWhileAccountServiceIsAway() {
        tokens.current();
        away = true;
        clock.pass(Duration.ofSeconds(590));

        assertThat(tokens.current()).isEqualTo("token1");
    }

    @Test
    void areMissingOnlyWhenTheLastOneHasExpired() {
        tokens.current();
        away = true;
        clock.pass(Duration.ofMinutes(10));

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(tokens::current);

        away = false;
        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.current()).isEqualTo("token2");
    }

    private HttpServer accountService() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", exchange -> {
            credentials.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            var answer = """
                {"access_token": "token%d", "token_type": "Bearer", "expires_in": 600}\
                """.formatted(away ? 0 : granted.incrementAndGet()).getBytes(UTF_8);
            exchange.sendResponseHeaders(away ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static SecuritySettings settings(int port) {
        var url = "http://localhost:" + port;
        var usual = Tokens.SETTINGS;
        return new SecuritySettings(
                URI.create(url),
                URI.create(url + "/oauth2/jwks"),
                usual.clientSecret(),
                usual.issuer(),
                usual.audience(),
                usual.tokenLife(),
                usual.clockSkew(),
                usual.keyLife(),
                usual.keyPause(),
                usual.cachedTokens());
    }
}
