package io.nearstock.acceptance.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTests {

    private static final int CHUNKED = 0;

    private HttpServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        wire = new Wire(URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        wire.close();
        server.stop(0);
    }

    @Test
    void answersOfKnownAndUnknownLengthFollowEachOtherOnOneConnection() {
        server.createContext("/known", exchange -> answer(exchange, "köln".getBytes(UTF_8).length, "köln"));
        server.createContext("/chunked", exchange -> answer(exchange, CHUNKED, "x".repeat(40_000)));

        assertThat(wire.send(Request.get("/known"))).isEqualTo(new Reply(200, "köln"));
        assertThat(wire.send(Request.get("/chunked")).body()).hasSize(40_000);
        assertThat(wire.send(Request.get("/known")).body()).isEqualTo("köln");
    }

    @Test
    void aConnectionThatTheServerClosesIsOpenedAnew() {
        server.createContext("/last", exchange -> {
            exchange.getResponseHeaders().add("Connection", "close");
            answer(exchange, 4, "last");
        });

        assertThat(wire.send(Request.get("/last")).body()).isEqualTo("last");
        assertThat(wire.send(Request.get("/last")).body()).isEqualTo("last");
    }

    @Test
    void aCommandCarriesItsBodyAndWhoSendsIt() {
        server.createContext("/echo", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var who = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, CHUNKED, who + " " + body);
        });

        assertThat(wire.send(Request.post("/echo", "{\"a\":1}").by("ada")).body())
                .isEqualTo("Bearer ada {\"a\":1}");
    }

    private static void answer(HttpExchange exchange, int length, String body) throws IOException {
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }
}
