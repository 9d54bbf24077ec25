package io.nearstock.local.database;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Updates by the operators that services use, right ones and wrong ones. */
record RandomUpdates(Random random) {

    private static final List<String> FIELDS = List.of("a", "b", "items", "tags", "n.x", "_id");

    Document update() {
        var update = new Document();
        for (var operators = 1 + random.nextInt(3); operators > 0; operators--) {
            var operator = List.of("$set", "$unset", "$inc", "$min", "$max", "$push", "$pull")
                    .get(random.nextInt(7));
            update.append(operator, new Document(field(operator), value(operator)));
        }
        return update;
    }

    private String field(String operator) {
        var ofArrays = operator.equals("$push") || operator.equals("$pull");
        if (random.nextInt(10) > 0) {
            return ofArrays ? "items" : FIELDS.get(random.nextInt(2));
        }
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private @Nullable Object value(String operator) {
        return switch (operator) {
            case "$inc" -> random.nextInt(20) == 0 ? "v" : random.nextInt(3);
            case "$min", "$max" -> random.nextInt(9);
            case "$push" -> random.nextBoolean() ? item() : new Document("$each", List.of(item(), item(), item()));
            case "$pull" -> demand();
            default -> scalar();
        };
    }

    private Object demand() {
        return switch (random.nextInt(3)) {
            case 0 -> item();
            case 1 -> new Document("k", new Document("$in", List.of(string(), string())));
            default ->
                new Document("k", new Document("$in", List.of(string(), string())))
                        .append(
                                "v",
                                new Document("$not", new Document("$gt", Instant.ofEpochMilli(random.nextInt(5)))));
        };
    }

    private Document item() {
        var item = new Document("k", string());
        return random.nextBoolean() ? item : item.append("v", Instant.ofEpochMilli(random.nextInt(5)));
    }

    private String string() {
        return "v" + random.nextInt(6);
    }

    private @Nullable Object scalar() {
        return switch (random.nextInt(4)) {
            case 0 -> string();
            case 1 -> null;
            case 2 -> Instant.ofEpochMilli(random.nextInt(5));
            default -> random.nextInt(6);
        };
    }
}
