package io.nearstock.testkit.simulation;

import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonValue;

/** How MongoDB finds and compares values. */
final class Values {

    /** What compares to nothing of another kind, nor to another document. */
    private static final int DIFFERENT = 1;

    private Values() {}

    /** All that a path leads to; through an array it leads to each element. */
    static List<BsonValue> at(BsonDocument document, String path) {
        return walk(document, path).flatMap(Values::elements).toList();
    }

    private static Stream<BsonValue> walk(BsonValue from, String path) {
        if (!from.isDocument()) {
            return Stream.empty();
        }
        var dot = path.indexOf('.');
        var value = from.asDocument().get(dot < 0 ? path : path.substring(0, dot));
        if (value == null) {
            return Stream.empty();
        }
        return dot < 0 ? Stream.of(value) : elements(value).flatMap(each -> walk(each, path.substring(dot + 1)));
    }

    private static Stream<BsonValue> elements(BsonValue value) {
        return value.isArray() ? value.asArray().stream() : Stream.of(value);
    }

    static boolean areComparable(BsonValue one, BsonValue other) {
        return (one.isNumber() && other.isNumber()) || one.getBsonType() == other.getBsonType();
    }

    static int compare(BsonValue one, BsonValue other) {
        if (!areComparable(one, other)) {
            return DIFFERENT;
        }
        return switch (one.getBsonType()) {
            case INT32, INT64 ->
                Long.compare(one.asNumber().longValue(), other.asNumber().longValue());
            case STRING -> one.asString().compareTo(other.asString());
            case DATE_TIME -> one.asDateTime().compareTo(other.asDateTime());
            default -> one.equals(other) ? 0 : DIFFERENT;
        };
    }

    static BsonValue sum(BsonNumber one, BsonNumber other) {
        var sum = one.longValue() + other.longValue();
        return one.isInt32() && other.isInt32() ? new BsonInt32(Math.toIntExact(sum)) : new BsonInt64(sum);
    }
}
