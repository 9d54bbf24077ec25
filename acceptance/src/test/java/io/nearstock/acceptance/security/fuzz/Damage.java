package io.nearstock.acceptance.security.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spoils a body that was good: one value in it, or the text as a whole. */
final class Damage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NUMBER = "@number@";

    private final RandomGenerator random;

    Damage(RandomGenerator random) {
        this.random = random;
    }

    /** The body with one member changed, dropped or added. */
    byte[] inside(JsonNode body) {
        var copy = body.deepCopy();
        var holders = new ArrayList<JsonNode>();
        collect(copy, holders);
        if (!holders.isEmpty()) {
            spoil(Oddities.any(holders, random));
        }
        return copy.toString()
                .replace("\"" + NUMBER + "\"", Oddities.number(random))
                .getBytes(UTF_8);
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainer()) {
            holders.add(node);
            node.values().forEach(child -> collect(child, holders));
        }
    }

    private void spoil(JsonNode holder) {
        switch (holder) {
            case ObjectNode object -> spoil(object);
            case ArrayNode array -> spoil(array);
            default -> throw new IllegalArgumentException("holds nothing: " + holder);
        }
    }

    private void spoil(ObjectNode object) {
        var names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty() || random.nextInt(5) == 0) {
            object.set(Oddities.text(random), odd());
        } else if (random.nextInt(5) == 0) {
            object.remove(Oddities.any(names, random));
        } else {
            object.set(Oddities.any(names, random), odd());
        }
    }

    private void spoil(ArrayNode array) {
        switch (random.nextInt(4)) {
            case 0 -> array.removeAll();
            case 1 -> array.add(odd());
            case 2 -> array.insert(0, JSON.nullNode());
            default -> repeat(array);
        }
    }

    private void repeat(ArrayNode array) {
        var item = array.isEmpty() ? odd() : array.get(0);
        for (var i = 0; i < 300; i++) {
            array.add(item);
        }
    }

    private JsonNode odd() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.stringNode(NUMBER);
            case 3 -> JSON.objectNode().put("$gt", "");
            case 4 -> JSON.objectNode().put("$where", "sleep(5000)");
            case 5 -> JSON.arrayNode().add(Oddities.text(random));
            case 6 -> JSON.stringNode("long ".repeat(2_000));
            default -> JSON.stringNode(Oddities.text(random));
        };
    }

    /** What is no good JSON, or no object. */
    byte[] whole(String body) {
        return switch (random.nextInt(12)) {
            case 0 -> new byte[0];
            case 1 -> body.substring(0, body.length() / 2).getBytes(UTF_8);
            case 2 -> "null".getBytes(UTF_8);
            case 3 -> "[]".getBytes(UTF_8);
            case 4 -> "\"text\"".getBytes(UTF_8);
            case 5 -> Oddities.number(random).getBytes(UTF_8);
            case 6 -> "[".repeat(20_000).getBytes(UTF_8);
            case 7 -> ("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)).getBytes(UTF_8);
            case 8 -> (body + body).getBytes(UTF_8);
            case 9 -> body.getBytes(UTF_16);
            case 10 -> "{\"a\": \"\\ud800\", \"a\": 1}".getBytes(UTF_8);
            default ->
                random.ints(200, 0, 256)
                        .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::write, (one, two) -> {})
                        .toByteArray();
        };
    }
}
