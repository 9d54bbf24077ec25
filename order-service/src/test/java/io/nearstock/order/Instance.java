package io.nearstock.order;

import io.nearstock.testkit.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running instance of the service, on a port of its own. */
public final class Instance implements AutoCloseable {

    /** What it answered. */
    public record Answer(int status, JsonNode body) {

        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATABASE = "spring.mongodb.database";
    private static final String NAMESPACE = "nearstock.messaging.namespace";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Instance first() {
        return start(Map.of());
    }

    /** One more on the same database and topics. */
    public Instance another() {
        var environment = context.getEnvironment();
        return start(Map.of(
                DATABASE, environment.getRequiredProperty(DATABASE),
                NAMESPACE, environment.getRequiredProperty(NAMESPACE)));
    }

    public StubProvider provider() {
        return context.getBean(StubProvider.class);
    }

    public Answer get(String who, String path) {
        return send(request(who, path).GET());
    }

    public Answer post(String who, String path, String body, String key) {
        return send(request(who, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private static Instance start(Map<String, Object> shared) {
        return new Instance(new SpringApplicationBuilder(OrderServiceApplication.class, Neighbours.class)
                .initializers(TestServers::prepare, context -> share(context, shared))
                .run("--server.port=0"));
    }

    private static void share(ConfigurableApplicationContext context, Map<String, Object> shared) {
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("neighbours", Neighbours.properties()));
        sources.addFirst(new MapPropertySource("shared", shared));
    }

    private HttpRequest.Builder request(String who, String path) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", who);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
