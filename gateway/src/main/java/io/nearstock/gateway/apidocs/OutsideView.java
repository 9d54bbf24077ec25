package io.nearstock.gateway.apidocs;

import java.net.URI;
import java.util.List;
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
        }
        return document;
    }
}
