package io.nearstock.deploy.checks;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** docker-compose.yml. */
final class Compose {

    static final JsonNode FILE = Tree.of("docker-compose.yml");

    private Compose() {}

    static Map<String, JsonNode> services() {
        return FILE.path("services")
                .propertyStream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    /** Those that are built here; the others are images of somebody else. */
    static Map<String, JsonNode> ourOwn() {
        var own = services();
        own.values().removeIf(service -> !service.has("build"));
        return own;
    }

    static String module(JsonNode service) {
        return service.at("/build/args/MODULE").asString();
    }
}
