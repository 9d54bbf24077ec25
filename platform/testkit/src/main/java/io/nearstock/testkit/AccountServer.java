package io.nearstock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.concurrent.Executors;

/** As much of account-service as every other service calls: its keys, and tokens for services, whatever their secret. */
final class AccountServer {

    private static final String URL = start();

    private AccountServer() {}

    static String url() {
        return URL;
    }

    private static String start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/oauth2/jwks", exchange -> answer(exchange, TestTokens.jwks()));
            server.createContext("/oauth2/token", exchange -> answer(exchange, token(client(exchange))));
            server.start();
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String client(HttpExchange exchange) {
        var basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic == null) {
            return "unknown";
        }
        var credentials = new String(Base64.getDecoder().decode(basic.substring("Basic ".length())), UTF_8);
        return credentials.substring(0, credentials.indexOf(':'));
    }

    private static String token(String client) {
        return """
            {"access_token": "%s", "token_type": "Bearer", "expires_in": %d}\
            """.formatted(TestTokens.serviceToken(client), TestTokens.LIFE.toSeconds());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.getBytes(UTF_8).length);
            exchange.getResponseBody().write(json.getBytes(UTF_8));
        }
    }
}
