package io.nearstock.acceptance.security.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the REST API, as its service's OpenAPI document tells it.
 *
 * @param document where references of its schemas lead
 */
public record Operation(String method, String path, JsonNode description, JsonNode document) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    public record Parameter(String in, String name, boolean required, JsonNode schema) {}

    /** Such as {@code GET /api/orders/{id}}. */
    public String name() {
        return method + " " + path;
    }

    /** What an {@code {id}} in the path is an id of, such as {@code orders}; of a path without one, its last word. */
    public String collection() {
        var words = List.of(path.replaceAll("/\\{id}.*", "").split("/", -1));
        return words.getLast();
    }

    public List<Parameter> parameters() {
        return description.path("parameters").valueStream().map(this::parameter).toList();
    }

    private Parameter parameter(JsonNode node) {
        return new Parameter(
                node.path("in").asString(),
                node.path("name").asString(),
                node.path("required").asBoolean(false),
                resolved(node.path("schema")));
    }

    /** The schemas of the bodies that it takes, by media type. */
    public Map<String, JsonNode> bodies() {
        return description.path("requestBody").path("content").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, body -> resolved(body.getValue().path("schema"))));
    }

    public Set<Integer> statuses() {
        return description.path("responses").propertyNames().stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    public boolean takes(String header) {
        return parameters().stream().anyMatch(parameter -> parameter.name().equalsIgnoreCase(header));
    }

    /** What a schema says, references followed. */
    public JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
    }

    public String pathWith(UnaryOperator<String> valueOfVariable) {
        return VARIABLE.matcher(path)
                .replaceAll(variable -> Matcher.quoteReplacement(valueOfVariable.apply(variable.group(1))));
    }

    static Stream<Operation> of(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), document)));
    }
}
