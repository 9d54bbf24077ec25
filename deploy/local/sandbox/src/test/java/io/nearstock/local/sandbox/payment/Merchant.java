package io.nearstock.local.sandbox.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Hears callbacks, and does not understand them when told so. */
final class Merchant {

    record Heard(String id, long timestamp, String signature, String body) {

        boolean isSignedWith(String secret) {
            return signature.equals(new CallbackSignature(secret).of(id, timestamp, body));
        }
    }

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    Merchant() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::hear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            heard.add(new Heard(
                    headers.getFirst("webhook-id"),
                    Long.parseLong(headers.getFirst("webhook-timestamp")),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 500 : 204, -1);
        }
    }

    void open() {
        server.start();
    }

    void close() {
        server.stop(0);
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/callbacks";
    }

    void refuse(int times) {
        refusals.set(times);
    }

    int told(String intent) {
        return of(intent).size();
    }

    Set<String> ids(String intent) {
        return of(intent).stream().map(Heard::id).collect(Collectors.toSet());
    }

    boolean allSignedWith(String secret) {
        return heard.stream().allMatch(one -> one.isSignedWith(secret));
    }

    List<String> bodies(String intent) {
        return of(intent).stream().map(Heard::body).toList();
    }

    private List<Heard> of(String intent) {
        return heard.stream().filter(one -> one.body().contains(intent)).toList();
    }
}
