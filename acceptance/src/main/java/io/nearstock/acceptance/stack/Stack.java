package io.nearstock.acceptance.stack;

import java.net.URI;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running stack: where it is and who may sign in.
 *
 * @param file the local.json that says so
 */
public record Stack(Launcher launcher, Path file, JsonNode local) {

    public static Stack of(Launcher launcher, Path localJson) {
        return new Stack(launcher, localJson, new JsonMapper().readTree(localJson));
    }

    public URI gateway() {
        return outside("gateway");
    }

    public URI mailbox() {
        return outside("mailbox");
    }

    public URI payments() {
        return outside("payments");
    }

    /** Where the first instance of a part is; of the stand-ins too. */
    public String address(String part) {
        return local.path("services").path(part).path("url").asString();
    }

    private URI outside(String name) {
        return URI.create(local.path(name).asString());
    }

    /** Of a process, as its own clients write it. */
    public String url(String service) {
        return local.path("services").path(service).path("url").asString();
    }

    public String login(String user) {
        return local.path("users").path(user).path("login").asString();
    }

    public String password(String user) {
        return local.path("users").path(user).path("password").asString();
    }
}
