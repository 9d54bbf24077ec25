package io.nearstock.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** A small HTTP server in the place of another service. */
public final class StubServer {

    /** An answer; status 0 drops the connection instead. */
    public record Answer(int status, String body) {

        public static final Answer LOST = new Answer(0, "");
        public static final Answer AWAY = new Answer(503, "");
    }

    /** What was asked. */
    public record Question(String method, String path, String query, String key, String body) {

        public boolean isTo(String method, String ending) {
            return this.method.equals(method) && path.endsWith(ending);
        }
    }

    public interface Respondent {
        Answer answer(Question question);
    }

    private StubServer() {}

    /** Starts it on a free port and tells its address; it lives as long as the tests' JVM. */
    public static String start(Respondent respondent) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(exchange, respondent));
            server.start();
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, Respondent respondent) throws IOException {
        try (exchange) {
            var answer = respondent.answer(question(exchange));
            if (answer.status() == 0) {
                return;
            }
            var body = answer.body().getBytes(UTF_8);
            var type = answer.status() < 400 ? "application/json" : "application/problem+json";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Question question(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var query = uri.getQuery() == null ? "" : uri.getQuery();
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return new Question(exchange.getRequestMethod(), uri.getPath(), query, key == null ? "" : key, body);
    }
}
