package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the stack as everybody does. For some seconds after the start the gateway does not know all services yet. */
final class GatewayClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String gateway;

    GatewayClient(String gateway) {
        this.gateway = gateway;
    }

    HttpResponse<String> post(String path, Object body, @Nullable String token) {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return answer(request.build());
    }

    HttpResponse<String> get(String path, @Nullable String token) {
        return answer(request(path, token).GET().build());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(10));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Repeats as long as a service cannot be reached. */
    private HttpResponse<String> answer(HttpRequest request) {
        var deadline = Instant.now().plus(PATIENCE);
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            while (isUnreachable(answer) && Instant.now().isBefore(deadline)) {
                Thread.sleep(PAUSE);
                answer = http.send(request, BodyHandlers.ofString());
            }
            return answer;
        } catch (IOException e) {
            throw new LauncherException("the gateway does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    private static boolean isUnreachable(HttpResponse<String> answer) {
        return answer.statusCode() >= 502 && answer.statusCode() <= 504;
    }

    @Override
    public void close() {
        http.close();
    }
}
