package io.nearstock.local.demo.shop;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the local stack is and who may sign in: what {@code ./nearstock up} left in local.json. */
public record Stack(URI gateway, URI mailbox, URI payments, JsonNode users) {

    /** Reads the file in the folder that {@code NEARSTOCK_HOME} names, else in {@code .nearstock}. */
    public static Stack running() {
        var home = System.getenv().getOrDefault("NEARSTOCK_HOME", ".nearstock");
        var file = Path.of(home, "local.json");
        if (Files.notExists(file)) {
            throw new IllegalStateException("nothing is running: start it by ./nearstock up");
        }
        var local = new JsonMapper().readTree(file);
        return new Stack(
                address(local, "gateway"), address(local, "mailbox"), address(local, "payments"), local.path("users"));
    }

    private static URI address(JsonNode local, String name) {
        return URI.create(local.path(name).asString());
    }

    public Session signIn(Shop shop, String user) {
        return new Session(shop, users.path(user).path("login").asString(), password(user));
    }

    public String password(String user) {
        return users.path(user).path("password").asString();
    }
}
