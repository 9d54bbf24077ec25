package io.nearstock.deploy.checks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The objects that an overlay makes, put together by {@code kubectl kustomize}, which needs no cluster. */
record Cluster(List<JsonNode> objects) {

    private static final Map<String, Cluster> RENDERED = new ConcurrentHashMap<>();

    static Cluster of(String overlay) {
        assumeTrue(isThere("kubectl"), "there is no kubectl to put overlays together");
        return RENDERED.computeIfAbsent(overlay, Cluster::render);
    }

    private static Cluster render(String overlay) {
        var folder = "deploy/kubernetes/overlays/" + overlay;
        return new Cluster(Tree.documents(Repository.run(Map.of(), "kubectl", "kustomize", folder)));
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    Stream<JsonNode> all(String kind) {
        return objects.stream().filter(object -> object.path("kind").asString().equals(kind));
    }

    JsonNode one(String kind, String name) {
        return all(kind).filter(object -> name(object).equals(name)).findFirst().orElseThrow();
    }

    List<String> names(String kind) {
        return all(kind).map(Cluster::name).toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asString();
    }

    static JsonNode container(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0");
    }

    /** The Deployments whose pods have all labels of a selector. */
    List<JsonNode> selected(JsonNode labels) {
        return all("Deployment")
                .filter(deployment -> labels.propertyStream()
                        .allMatch(label -> deployment
                                .at("/spec/template/metadata/labels")
                                .path(label.getKey())
                                .equals(label.getValue())))
                .toList();
    }
}
