package io.nearstock.chassis.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import feign.Client;
import feign.FeignException;
import feign.Request;
import feign.Request.HttpMethod;
import feign.Request.Options;
import feign.Response;
import io.nearstock.chassis.web.WebChassisAutoConfiguration;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignAutoConfiguration;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

class FeignChassisTests {

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer neighbour = neighbour();
    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    HttpMessageConvertersAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    SecurityAutoConfiguration.class,
                    ServletWebSecurityAutoConfiguration.class,
                    WebChassisAutoConfiguration.class,
                    SecurityChassisAutoConfiguration.class,
                    FeignAutoConfiguration.class,
                    FeignChassisAutoConfiguration.class))
            .withPropertyValues(
                    "spring.application.name=order-service", "ACCOUNT_URL=" + address(), "neighbour=" + address())
            .withBean(JWKSource.class, () -> new ImmutableJWKSet<SecurityContext>(new JWKSet(Tokens.KEY.toPublicJWK())))
            .withUserConfiguration(Caller.class);

    FeignChassisTests() throws IOException {}

    @AfterEach
    void stop() {
        neighbour.stop(0);
    }

    @Test
    void eachCallShowsTheServicesToken() {
        service.run(context -> {
            var stock = context.getBean(Stock.class);

            assertThat(stock.of("tea")).isEqualTo(new Level("tea", 3));
            assertThat(authorizations).containsExactly("Bearer ours");
        });
    }

    @Test
    void aCallOutsideShowsNothing() {
        service.run(context -> {
            assertThat(context.getBean(Stock.class).price("tea")).isEqualTo("{}");
            assertThat(authorizations).containsExactly("none");
        });
    }

    @Test
    void theFirstCallsMayComeTogether() {
        service.run(context -> {
            var stock = context.getBean(Stock.class);
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Level> call = () -> stock.of("tea");
                assertThat(callers.invokeAll(nCopies(16, call)))
                        .extracting(Future::resultNow)
                        .containsOnly(new Level("tea", 3));
            }
        });
    }

    @Test
    void aRefusalCarriesItsBodyButDoesNotTellIt() {
        service.run(context -> {
            var stock = context.getBean(Stock.class);

            var refusal = catchThrowableOfType(FeignException.Conflict.class, () -> stock.of("secret"));

            assertThat(refusal.contentUTF8()).contains("insufficient_stock");
            assertThat(refusal).hasMessageContaining("409").hasMessageNotContainingAny("insufficient", "localhost");
        });
    }

    @Test
    void anAnswerThatSaysTryLaterIsNotTriedAgain() {
        service.run(context -> {
            var stock = context.getBean(Stock.class);

            assertThatExceptionOfType(FeignException.ServiceUnavailable.class).isThrownBy(() -> stock.of("away"));

            assertThat(calls).hasValue(1);
        });
    }

    @Test
    void nobodyListeningIsWorthASecondTryAndSlownessIsNot() throws IOException {
        var answer = Response.builder().status(200).request(request()).build();
        var tries = new AtomicInteger();
        var deafOnce = new SecondTry().enrich((Client) (_, _) -> {
            if (tries.incrementAndGet() == 1) {
                throw new ConnectException("refused");
            }
            return answer;
        });
        var slow = new SecondTry().enrich((Client) (_, _) -> {
            tries.incrementAndGet();
            throw new SocketTimeoutException("read");
        });

        assertThat(deafOnce.execute(request(), new Options())).isSameAs(answer);
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> slow.execute(request(), new Options()));

        assertThat(tries).hasValue(3);
    }

    @Test
    void whatMayBeRepeatedIsTriedAgainWhereTheConnectionEndsWithoutAWord() {
        var tries = new AtomicInteger();
        var dying = new SecondTry().enrich((Client) (_, _) -> {
            tries.incrementAndGet();
            throw new NoHttpResponseException("the end");
        });

        assertThatExceptionOfType(NoHttpResponseException.class)
                .isThrownBy(() -> dying.execute(request(HttpMethod.PUT), new Options()));
        assertThat(tries).hasValue(2);
        assertThatExceptionOfType(NoHttpResponseException.class)
                .isThrownBy(() -> dying.execute(request(HttpMethod.POST), new Options()));
        assertThat(tries).hasValue(3);
    }

    private static Request request() {
        return request(HttpMethod.GET);
    }

    private static Request request(HttpMethod method) {
        return Request.create(method, "http://stock", Map.of(), null, UTF_8, null);
    }

    private HttpServer neighbour() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer(server, "/oauth2/token", 200, "{\"access_token\": \"ours\", \"expires_in\": 600}");
        answer(server, "/internal/stock/tea", 200, "{\"sku\": \"tea\", \"available\": 3}");
        answer(server, "/internal/stock/secret", 409, "{\"code\": \"insufficient_stock\"}");
        answer(server, "/internal/stock/away", 503, "{}");
        answer(server, "/prices/tea", 200, "{}");
        server.start();
        return server;
    }

    private void answer(HttpServer server, String path, int status, String body) {
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (!path.startsWith("/oauth2")) {
                calls.incrementAndGet();
                var authorization = exchange.getRequestHeaders().getFirst("Authorization");
                authorizations.add(authorization == null ? "none" : authorization);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
    }

    private String address() {
        return "http://localhost:" + neighbour.getAddress().getPort();
    }

    record Level(String sku, int available) {}

    @FeignClient(name = "stock", url = "${neighbour}")
    interface Stock {

        @GetMapping("/internal/stock/{sku}")
        Level of(@PathVariable("sku") String sku);

        @GetMapping("/prices/{sku}")
        String price(@PathVariable("sku") String sku);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableFeignClients(clients = Stock.class)
    static class Caller {}
}
