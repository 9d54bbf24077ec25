package io.nearstock.acceptance.security.fuzz;

import io.nearstock.acceptance.security.api.Operation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a schema allows, some of them at its very limits. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final int LONGEST = 2_000;

    private final Operation operation;
    private final Things things;
    private final RandomGenerator random;

    Values(Operation operation, Things things, RandomGenerator random) {
        this.operation = operation;
        this.things = things;
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        return of("", schema, 0);
    }

    private JsonNode of(String name, JsonNode reference, int depth) {
        var schema = operation.resolved(reference);
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        if (name.equals("position") || name.equals("destination")) {
            return position();
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(random.nextDouble() * 180 - 90);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.stringNode(text(name, schema));
            default -> JSON.objectNode();
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(each -> !each.equals("null"))
                        .findFirst()
                        .orElse("null")
                : type.asString(schema.has("properties") ? "object" : "");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        if (depth > DEEPEST) {
            return object;
        }
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        for (var property : schema.path("properties").properties()) {
            if (required.contains(property.getKey()) || random.nextInt(3) > 0) {
                object.set(property.getKey(), of(property.getKey(), property.getValue(), depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject() && random.nextBoolean()) {
            object.set("colour", of("", schema.path("additionalProperties"), depth + 1));
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        var least = schema.path("minItems").asInt(0);
        var size = Math.max(least, random.nextInt(4));
        for (var i = 0; i < size; i++) {
            array.add(of(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private long integer(JsonNode schema) {
        var least = schema.path("minimum").asLong(schema.has("exclusiveMinimum") ? 1 : 0);
        var most = schema.path("maximum").asLong(Integer.MAX_VALUE);
        return switch (random.nextInt(6)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextLong(Math.clamp(most - least, 1, 20));
        };
    }

    private String text(String name, JsonNode schema) {
        return switch (name) {
            case "sku" ->
                operation.name().equals("POST /api/products") ? "FUZZ-" + random.nextLong() : things.any("sku", random);
            case "hubId" -> things.any("hubs", random);
            case "checkoutId" -> things.any("checkouts", random);
            case "currency" -> "GBP";
            case "country" -> "GB";
            case "email" -> "fuzz-" + random.nextInt(1_000_000) + "@example.com";
            case "token" -> Oddities.any(List.of("tok_visa", "tok_declined", "tok_insufficient_funds"), random);
            case "fromHubId" -> things.first("hubs");
            case "toHubId" -> things.any("hubs", random);
            default -> schema.has("pattern") ? fitting(schema.path("pattern").asString()) : formatted(schema);
        };
    }

    private String formatted(JsonNode schema) {
        var day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2_000));
        return switch (schema.path("format").asString("")) {
            case "date" -> day.toString();
            case "date-time" -> day.atStartOfDay().toInstant(ZoneOffset.UTC).toString();
            case "uri" -> "https://example.com/" + random.nextInt(1_000);
            default -> free(schema);
        };
    }

    /** Patterns are a choice of words, or names. */
    private String fitting(String pattern) {
        return pattern.matches("[a-z_|-]+")
                ? Oddities.any(List.of(pattern.split("\\|")), random)
                : "fuzz" + random.nextInt(1_000_000_000);
    }

    private String free(JsonNode schema) {
        var least = schema.path("minLength").asInt(1);
        var most = Math.min(LONGEST, schema.path("maxLength").asInt(40));
        var length = switch (random.nextInt(5)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.max(least, Math.min(most, 3 + random.nextInt(20)));
        };
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Mostly near the hubs: what is ordered for anywhere else is out of stock. */
    private ObjectNode position() {
        var near = random.nextInt(4) > 0;
        var point = JSON.objectNode().put("type", "Point");
        point.putArray("coordinates")
                .add(near ? 0.03 : random.nextDouble() * 360 - 180)
                .add(near ? 51.51 : random.nextDouble() * 180 - 90);
        return point;
    }
}
