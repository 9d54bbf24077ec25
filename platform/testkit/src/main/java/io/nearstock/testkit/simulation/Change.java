package io.nearstock.testkit.simulation;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/** An update as MongoDB carries it out, so far as the services use it; what it does not know fails. */
record Change(BsonDocument operators) {

    /** The document as it is afterwards. */
    BsonDocument of(BsonDocument document, Filter found, boolean isNew) {
        var changed = document.clone();
        operators.forEach((operator, fields) -> {
            if (isNew || !operator.equals("$setOnInsert")) {
                fields.asDocument().forEach((path, value) -> apply(operator, changed, path, value, found));
            }
        });
        return changed;
    }

    private static void apply(String operator, BsonDocument document, String path, BsonValue value, Filter found) {
        var positional = path.indexOf(".$.");
        if (positional >= 0) {
            var array = path.substring(0, positional);
            var element = element(document.getArray(array), found.ofElements(array));
            apply(operator, element, path.substring(positional + 3), value, found);
            return;
        }
        var dot = path.indexOf('.');
        if (dot >= 0) {
            var inner = document.computeIfAbsent(path.substring(0, dot), _ -> new BsonDocument());
            apply(operator, inner.asDocument(), path.substring(dot + 1), value, found);
            return;
        }
        apply(operator, document, path, value);
    }

    private static BsonDocument element(BsonArray array, Filter wanted) {
        return array.stream()
                .map(BsonValue::asDocument)
                .filter(wanted::matches)
                .findFirst()
                .orElseThrow();
    }

    private static void apply(String operator, BsonDocument document, String field, BsonValue value) {
        var old = document.get(field);
        switch (operator) {
            case "$set", "$setOnInsert" -> document.put(field, value);
            case "$unset" -> document.remove(field);
            case "$inc" ->
                document.put(field, Values.sum(document.getNumber(field, new BsonInt32(0)), value.asNumber()));
            case "$min" -> {
                if (old == null || Values.compare(value, old) < 0) {
                    document.put(field, value);
                }
            }
            case "$max" -> {
                if (old == null || Values.compare(value, old) > 0) {
                    document.put(field, value);
                }
            }
            case "$push" -> push(document, field, value);
            case "$pull" -> document.getArray(field).removeIf(each -> Filter.meets(each, value));
            default -> throw new UnsupportedOperationException(operator);
        }
    }

    private static void push(BsonDocument document, String field, BsonValue value) {
        var array = document.computeIfAbsent(field, _ -> new BsonArray()).asArray();
        if (value.isDocument() && value.asDocument().containsKey("$each")) {
            array.addAll(value.asDocument().getArray("$each"));
        } else {
            array.add(value);
        }
    }
}
