package io.nearstock.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nearstock.testkit.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of account-service as notifications need: {@code acc_1} is Ada, whoever begins so is too; others are gone. */
public final class AccountStub implements AutoCloseable {

    private final HttpServer server;

    /** How often it is still to fail. */
    public final AtomicInteger failures = new AtomicInteger();

    public AccountStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/accounts/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            reply(exchange, 503, "{}");
        } else if (!path.startsWith("/internal/accounts/acc_1")) {
            reply(exchange, 404, "{}");
        } else if (path.endsWith("/contact")) {
            reply(exchange, 200, Contracts.call("account-contact.response"));
        } else {
            var name = path.contains("/verifications/")
                    ? "account-verification.response"
                    : "account-password-reset.response";
            reply(exchange, 200, Contracts.call(name).replace("2026-11-0", "2126-11-0"));
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, json.getBytes(UTF_8).length);
            exchange.getResponseBody().write(json.getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
