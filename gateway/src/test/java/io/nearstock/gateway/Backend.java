package io.nearstock.gateway;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service in this process that answers who it is and what reached it, and misbehaves where its path says so. */
public final class Backend {

    private final String name;
    private final DisposableServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile @Nullable HttpServerRequest last;

    Backend(String name) {
        this.name = name;
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .handle(this::answer)
                .bindNow();
    }

    public String url() {
        return "http://localhost:" + server.port();
    }

    public int requests() {
        return requests.get();
    }

    /** A header of the last request, as it arrived. */
    public @Nullable String header(String header) {
        var request = last;
        return request == null ? null : request.requestHeaders().get(header);
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        requests.incrementAndGet();
        last = request;
        var path = request.fullPath();
        return switch (path.substring(path.lastIndexOf('/'))) {
            case "/never" -> Mono.never();
            case "/broken" -> {
                request.withConnection(Connection::dispose);
                yield Mono.never();
            }
            case "/stream" ->
                response.sse().sendString(Flux.just("data: first\n\n").concatWith(Flux.never()));
            // longer than an answer of its API may take
            case "/api-docs" -> Mono.delay(Duration.ofMillis(1500)).then(Mono.from(document(response)));
            case "/readiness" -> json(response, "{\"status\": \"UP\"}");
            case "/dead-letters" -> json(response, "{\"items\": [{\"id\": \"dl_1\"}]}");
            default -> told(request, response);
        };
    }

    private static Publisher<Void> document(HttpServerResponse response) {
        return json(response, """
            {"openapi": "3.1.0", "servers": [{"url": "http://inside:1"}],
             "paths": {"/api/things": {}, "/internal/holds": {}}}
            """);
    }

    private Publisher<Void> told(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .map(ByteBuf::readableBytes)
                .reduce(0, Integer::sum)
                .flatMap(bytes -> Mono.from(json(response, """
                    {"service": "%s", "path": "%s", "bytes": %d}
                    """.formatted(name, request.fullPath(), bytes))));
    }

    private static Publisher<Void> json(HttpServerResponse response, String body) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(body));
    }
}
