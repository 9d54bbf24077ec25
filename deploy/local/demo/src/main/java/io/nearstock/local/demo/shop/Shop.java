package io.nearstock.local.demo.shop;

import static tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One caller of the REST API. It waits as long as it is told to (429, 503 and their Retry-After) and asks again. */
public final class Shop {

    private static final int PATIENCE = 100;

    /** The same request is written with the same bytes in every process, so the same key may come with it. */
    public static final JsonMapper JSON =
            JsonMapper.builder().enable(ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final HttpClient http;
    private final URI gateway;
    private final Supplier<@Nullable String> token;

    private Shop(HttpClient http, URI gateway, Supplier<@Nullable String> token) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
    }

    /** Somebody whom the shop does not know. */
    public static Shop anonymous(URI gateway) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        return new Shop(http, gateway, () -> null);
    }

    /** The same shop for somebody who has signed in. */
    public Shop as(Session session) {
        return new Shop(http, gateway, session::accessToken);
    }

    public Answer get(String path) {
        return exchange(request(path).GET());
    }

    /** Asks somebody else than the shop, such as its local mailbox, and sends no token there. */
    public Answer look(URI address) {
        return exchange(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)));
    }

    public Answer post(String path, Object body) {
        return exchange(json(path).POST(written(body)));
    }

    /** Sends the same thing again without harm: the key tells the shop that it is the same. */
    public Answer post(String path, Object body, String idempotencyKey) {
        return exchange(json(path).header("Idempotency-Key", idempotencyKey).POST(written(body)));
    }

    /** Sends text of another kind than JSON. */
    public Answer post(String path, String contentType, String text, String idempotencyKey) {
        return exchange(request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(text)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(30));
        var bearer = token.get();
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private static BodyPublisher written(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private Answer exchange(HttpRequest.Builder builder) {
        var request = builder.build();
        var answer = send(request);
        for (var tries = 1; tries < PATIENCE && mayBeAskedAgain(answer); tries++) {
            pause(answer);
            answer = send(request);
        }
        return answer;
    }

    private static boolean mayBeAskedAgain(Answer answer) {
        var busy = answer.status() == 429 || answer.status() == 503 || answer.status() == 409;
        return busy && answer.headers().firstValue("Retry-After").isPresent();
    }

    private static void pause(Answer answer) {
        var seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
        try {
            Thread.sleep(Duration.ofSeconds(Math.clamp(seconds, 1, 10)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var name = request.method() + " " + request.uri().getPath();
            return new Answer(name, response.statusCode(), response.headers(), read(response));
        } catch (IOException lost) {
            throw new UncheckedIOException("no answer from " + request.uri(), lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo was stopped", stopped);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        var kind = response.headers().firstValue("Content-Type").orElse("");
        return kind.contains("json") && !response.body().isEmpty()
                ? JSON.readTree(response.body())
                : MissingNode.getInstance();
    }
}
