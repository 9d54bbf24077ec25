package io.nearstock.gateway.apidocs;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a service's API document tell what is true in front of the gateway: its address, and only its open paths. */
final class OutsideView {

    private static final List<String> INSIDE = List.of("/internal", "/ops", "/actuator");

    private OutsideView() {}

    static ObjectNode of(ObjectNode document, URI asked) {
        document.putArray("servers")
                .addObject()
                .put("url", asked.resolve("/").toString().replaceAll("/$", ""))
                .put("description", "The gateway");
        if (document.get("paths") instanceof ObjectNode paths) {
            paths.remove(paths.propertyNames().stream()
                    .filter(path -> INSIDE.stream().anyMatch(path::startsWith))
                    .toList());
            paths.values().forEach(path -> path.values().forEach(OutsideView::limited));
        }
        return document;
    }

    /** What the gateway may answer in a service's place. */
    private static void limited(JsonNode operation) {
        if (operation.get("responses") instanceof ObjectNode responses) {
            var more = responses.path("429").path("description").asString("");
            responses
                    .putObject("429")
                    .put("description", more.isEmpty() ? "rate_limited" : "rate_limited, " + more)
                    .set("content", problem());
        }
    }

    private static ObjectNode problem() {
        var content = JsonNodeFactory.instance.objectNode();
        content.putObject("application/problem+json").putObject("schema").put("$ref", "#/components/schemas/Problem");
        return content;
    }
}
