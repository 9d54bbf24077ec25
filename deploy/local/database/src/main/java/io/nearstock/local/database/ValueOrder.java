package io.nearstock.local.database;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MongoDB's order of values of any type: first by the type's rank, then by value. Missing and null are equal. */
final class ValueOrder implements Comparator<@Nullable Object> {

    static final ValueOrder INSTANCE = new ValueOrder();

    private static final int NULL = 2;
    private static final int DOCUMENT = 5;
    private static final int LIST = 6;
    private static final int OTHER = 14;

    /** Stands for the value of an empty array, which is below null. */
    enum Empty {
        ARRAY
    }

    private ValueOrder() {}

    static int rank(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case MinKey _ -> 0;
            case Empty.ARRAY -> 1;
            case Missing _ -> NULL;
            case Number _ -> 3;
            case String _ -> 4;
            case Document _ -> DOCUMENT;
            case List<?> _ -> LIST;
            case BinData _ -> 7;
            case LegacyUUID _ -> 8;
            case UUID _ -> 9;
            case ObjectId _ -> 10;
            case Boolean _ -> 11;
            case Instant _ -> 12;
            case BsonTimestamp _ -> 13;
            case MaxKey _ -> 99;
            default -> OTHER;
        };
    }

    /** Whether a query for this value may ask an index: equality of documents and arrays is left to the matcher. */
    static boolean isScalar(@Nullable Object value) {
        var rank = rank(value);
        return rank > NULL && rank < OTHER && rank != DOCUMENT && rank != LIST;
    }

    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        if (a instanceof Number left && b instanceof Number right) {
            return compareNumbers(left, right);
        }
        var ranks = Integer.compare(rank(a), rank(b));
        return ranks != 0 || a == null || b == null ? ranks : compareSameRank(a, b);
    }

    private int compareSameRank(Object a, Object b) {
        return switch (a) {
            case Boolean value -> Boolean.compare(value, (Boolean) b);
            case Instant value -> value.compareTo((Instant) b);
            case ObjectId value -> value.compareTo((ObjectId) b);
            case BinData value -> value.compareTo((BinData) b);
            case LegacyUUID value -> value.compareTo((LegacyUUID) b);
            case BsonTimestamp value -> value.compareTo((BsonTimestamp) b);
            case Document value -> compareDocuments(value, (Document) b);
            case List<?> value -> compareLists(value, (List<?>) b);
            case Missing _, MinKey _, MaxKey _, Empty _ -> 0;
            default -> a.toString().compareTo(b.toString());
        };
    }

    /** By double, and exactly where longs are too wide for one: a total order, unlike comparing pair by pair. */
    private static int compareNumbers(Number a, Number b) {
        var doubles = Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
        var exact = doubles == 0 && (a instanceof Long || b instanceof Long);
        return exact ? exactly(a).compareTo(exactly(b)) : doubles;
    }

    private static BigDecimal exactly(Number number) {
        return number instanceof Long value ? BigDecimal.valueOf(value) : new BigDecimal(number.doubleValue());
    }

    private int compareDocuments(Document a, Document b) {
        return compareAll(a.entrySet().iterator(), b.entrySet().iterator(), this::compareFields);
    }

    private int compareFields(Entry<String, Object> a, Entry<String, Object> b) {
        var ranks = Integer.compare(rank(a.getValue()), rank(b.getValue()));
        if (ranks != 0) {
            return ranks;
        }
        var names = a.getKey().compareTo(b.getKey());
        return names != 0 ? names : compare(a.getValue(), b.getValue());
    }

    private int compareLists(List<?> a, List<?> b) {
        return compareAll(a.iterator(), b.iterator(), this);
    }

    private static <T extends @Nullable Object> int compareAll(
            Iterator<? extends T> a, Iterator<? extends T> b, Comparator<T> order) {
        while (a.hasNext() && b.hasNext()) {
            var result = order.compare(a.next(), b.next());
            if (result != 0) {
                return result;
            }
        }
        return Boolean.compare(a.hasNext(), b.hasNext());
    }
}
