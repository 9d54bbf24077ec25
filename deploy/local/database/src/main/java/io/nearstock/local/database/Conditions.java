package io.nearstock.local.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query demands of each field that it names, at its top and inside {@code $and}. */
final class Conditions {

    private final Map<String, Condition> byField = new HashMap<>();

    private Conditions() {}

    static Conditions of(Document query) {
        var conditions = new Conditions();
        conditions.readAll(query);
        return conditions;
    }

    @Nullable
    Condition on(String field) {
        return byField.get(field);
    }

    private void readAll(Document query) {
        query.forEach(this::read);
    }

    private void read(String field, @Nullable Object demand) {
        if (field.equals("$and") && demand instanceof Collection<?> all) {
            all.stream().filter(Document.class::isInstance).forEach(one -> readAll((Document) one));
        } else if (!field.startsWith("$")) {
            readDemand(byField.computeIfAbsent(field, _ -> new Condition()), demand);
        }
    }

    private static void readDemand(Condition condition, @Nullable Object demand) {
        switch (demand) {
            case Document operators -> operators.forEach((operator, value) -> readOperator(condition, operator, value));
            case BsonRegularExpression _ -> {}
            case null, default -> condition.isOneOf(Collections.singleton(demand));
        }
    }

    private static void readOperator(Condition condition, String operator, @Nullable Object value) {
        switch (operator) {
            case "$eq" -> condition.isOneOf(Collections.singleton(value));
            case "$in" -> condition.isOneOf(value instanceof Collection<?> values ? values : List.of());
            case "$gt" -> condition.isAbove(value);
            case "$gte" -> condition.isAtLeast(value);
            case "$lt" -> condition.isBelow(value);
            case "$lte" -> condition.isAtMost(value);
            case "$exists" -> readExists(condition, value);
            default -> {}
        }
    }

    private static void readExists(Condition condition, @Nullable Object value) {
        if (Utils.isTrue(value)) {
            condition.isPresent();
        }
    }
}
