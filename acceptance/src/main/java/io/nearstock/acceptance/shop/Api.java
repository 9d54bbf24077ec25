package io.nearstock.acceptance.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One caller of the REST API, with a token or without, who does as a good client does: whoever is told to come back asks
 * again, under the same key, for as long as a person would. {@code …Once} hides nothing: for those who want to know how often
 * it takes.
 */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = client().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI gateway;
    private final @Nullable String token;
    private final HttpClient http;

    Api(URI gateway, @Nullable String token) {
        this(gateway, token, HTTP);
    }

    private Api(URI gateway, @Nullable String token, HttpClient http) {
        this.gateway = gateway;
        this.token = token;
        this.http = http;
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }

    public Api with(String accessToken) {
        return new Api(gateway, accessToken, http);
    }

    /** The same caller at another address of this machine, such as 127.0.0.2, for which limits count anew. */
    public Api from(String address) {
        return new Api(
                gateway,
                token,
                client().localAddress(InetAddress.ofLiteral(address)).build());
    }

    /** The same caller who goes past the gateway. */
    public Api at(URI server) {
        return new Api(server, token, http);
    }

    public Answer get(String path) {
        return patiently(() -> getOnce(path));
    }

    public Answer getOnce(String path) {
        return send(http, request(path).GET());
    }

    public Answer delete(String path) {
        return patiently(() -> send(http, request(path).DELETE()));
    }

    public Answer put(String path, Object body) {
        return patiently(() -> send(http, json(path).PUT(text(body))));
    }

    /** A command under a key of its own. */
    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        return patiently(() -> postOnce(path, body, idempotencyKey));
    }

    public Answer postOnce(String path, Object body, String idempotencyKey) {
        return send(http, json(path).header("Idempotency-Key", idempotencyKey).POST(text(body)));
    }

    /** The last answer, where the shop does not get further than to ask for patience. */
    private static Answer patiently(Supplier<Answer> request) {
        var until = Instant.now().plus(PATIENCE);
        var answer = request.get();
        while (!answer.isDecided() && Instant.now().isBefore(until)) {
            Pause.make();
            answer = request.get();
        }
        return answer;
    }

    private static BodyPublisher text(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    /** Whatever one wants to try, as it is. */
    public Answer call(String method, String path, Map<String, String> headers, byte[] body) {
        return patiently(() -> callOnce(method, path, headers, body));
    }

    public Answer callOnce(String method, String path, Map<String, String> headers, byte[] body) {
        var request = request(path)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(http, request);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public static Answer send(HttpRequest.Builder builder) {
        return send(HTTP, builder);
    }

    private static Answer send(HttpClient http, HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var name = request.method() + " " + request.uri().getPath();
            return new Answer(name, response.statusCode(), response.headers(), read(response), response.body());
        } catch (IOException lost) {
            throw new UncheckedIOException("no answer from " + request.uri(), lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A stream of many values stays a text. */
    private static JsonNode read(HttpResponse<String> response) {
        var kind = response.headers().firstValue("Content-Type").orElse("");
        return kind.contains("json")
                        && !kind.contains("ndjson")
                        && !response.body().isEmpty()
                ? JSON.readTree(response.body())
                : MissingNode.getInstance();
    }
}
