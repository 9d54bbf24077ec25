package io.nearstock.acceptance.security;

import static com.mongodb.client.model.Sorts.descending;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.Stack;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What only whoever runs the stack can reach: its processes, its secrets, its database. */
record Inside(Stack stack) {

    /** Where each instance of a service listens. */
    Map<String, URI> services() {
        return stack.local().path("services").properties().stream()
                .filter(service -> service.getKey().endsWith("-service"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        service -> URI.create(service.getValue().path("url").asString())));
    }

    JsonNode secrets() {
        return new JsonMapper().readTree(stack.file().resolveSibling("secrets.json"));
    }

    /** What order-service itself would show to others. */
    String serviceToken() {
        var credentials =
                "order-service:" + secrets().at("/clients/order-service").asString();
        var headers = Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded");
        return new World(stack)
                .everybody()
                .call("POST", "/oauth2/token", headers, "grant_type=client_credentials".getBytes(UTF_8))
                .is(200)
                .text("/access_token");
    }

    /** The key that signs now, as nobody else has it. */
    JsonNode signingKey() {
        try (var database = database()) {
            var newest = database.getDatabase("account")
                    .getCollection("signingKeys")
                    .find()
                    .sort(descending("number"))
                    .first();
            return new JsonMapper().readTree(Objects.requireNonNull(newest).getString("jwk"));
        }
    }

    MongoClient database() {
        return MongoClients.create(
                stack.local().path("services").path("database").path("url").asString());
    }
}
