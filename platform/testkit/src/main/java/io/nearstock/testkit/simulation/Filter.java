package io.nearstock.testkit.simulation;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** A query as MongoDB understands it, so far as the services use it; what it does not know fails. */
record Filter(BsonDocument conditions) {

    private static final BsonNull NULL = BsonNull.VALUE;

    boolean matches(BsonDocument document) {
        return conditions.entrySet().stream().allMatch(each -> matches(document, each.getKey(), each.getValue()));
    }

    /** The same without what it says about some fields. */
    Filter blindTo(Set<String> fields) {
        var seeing = new BsonDocument();
        conditions.forEach((name, condition) -> {
            if (name.equals("$and")) {
                seeing.put(
                        name,
                        new BsonArray(parts(condition)
                                .map(part -> (BsonValue) part.blindTo(fields).conditions)
                                .toList()));
            } else if (!fields.contains(name)) {
                seeing.put(name, condition);
            }
        });
        return new Filter(seeing);
    }

    /** What it says about the elements of an array, by fields such as {@code pending.id}. */
    Filter ofElements(String array) {
        var own = new BsonDocument();
        conditions.forEach((name, condition) -> {
            if (name.equals("$and")) {
                parts(condition).forEach(part -> own.putAll(part.ofElements(array).conditions));
            } else if (name.startsWith(array + ".")) {
                own.put(name.substring(array.length() + 1), condition);
            }
        });
        return new Filter(own);
    }

    private static Stream<Filter> parts(BsonValue all) {
        return all.asArray().stream().map(part -> new Filter(part.asDocument()));
    }

    private static boolean matches(BsonDocument document, String name, BsonValue condition) {
        if (name.equals("$and")) {
            return parts(condition).allMatch(part -> part.matches(document));
        }
        var values = Values.at(document, name);
        return isOperators(condition)
                ? condition.asDocument().entrySet().stream()
                        .allMatch(each -> holds(each.getKey(), each.getValue(), values))
                : isAny(values, condition);
    }

    /** Whether a value meets a condition of its own, as {@code $pull} has them. */
    static boolean meets(BsonValue value, BsonValue condition) {
        if (condition.isDocument() && value.isDocument()) {
            return new Filter(condition.asDocument()).matches(value.asDocument());
        }
        return Values.compare(value, condition) == 0;
    }

    private static boolean isOperators(BsonValue condition) {
        return condition.isDocument()
                && !condition.asDocument().isEmpty()
                && condition.asDocument().getFirstKey().startsWith("$");
    }

    private static boolean holds(String operator, BsonValue operand, List<BsonValue> values) {
        return switch (operator) {
            case "$eq" -> isAny(values, operand);
            case "$ne" -> !isAny(values, operand);
            case "$in" -> operand.asArray().stream().anyMatch(each -> isAny(values, each));
            case "$nin" -> operand.asArray().stream().noneMatch(each -> isAny(values, each));
            case "$gt" -> compares(values, operand, sign -> sign > 0);
            case "$gte" -> compares(values, operand, sign -> sign >= 0);
            case "$lt" -> compares(values, operand, sign -> sign < 0);
            case "$lte" -> compares(values, operand, sign -> sign <= 0);
            case "$not" ->
                operand.asDocument().entrySet().stream()
                        .noneMatch(each -> holds(each.getKey(), each.getValue(), values));
            case "$elemMatch" -> values.stream().anyMatch(value -> value.isDocument() && meets(value, operand));
            default -> throw new UnsupportedOperationException(operator);
        };
    }

    private static boolean isAny(List<BsonValue> values, BsonValue wanted) {
        return (wanted.isNull() && values.isEmpty())
                || values.stream().anyMatch(value -> Values.compare(value, wanted) == 0);
    }

    private static boolean compares(List<BsonValue> values, BsonValue operand, IntPredicate wanted) {
        return values.stream()
                .filter(value -> !value.equals(NULL) && Values.areComparable(value, operand))
                .anyMatch(value -> wanted.test(Values.compare(value, operand)));
    }
}
