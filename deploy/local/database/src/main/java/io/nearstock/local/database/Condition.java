package io.nearstock.local.database;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of one field, as far as an index can help; the matcher checks the rest. Where a demand is made
 * more than once the first counts: an index may find too much, never too little.
 */
final class Condition {

    private @Nullable NavigableSet<@Nullable Object> points;
    private @Nullable Bound lower;
    private @Nullable Bound upper;
    private boolean present;

    private record Bound(Object value, Cut cut) {}

    void isOneOf(Collection<? extends @Nullable Object> values) {
        if (points == null && values.stream().allMatch(value -> value == null || ValueOrder.isScalar(value))) {
            points = new TreeSet<>(ValueOrder.INSTANCE);
            points.addAll(values);
        }
    }

    void isAtLeast(@Nullable Object value) {
        atLeast(value, Cut.before(value));
    }

    void isAbove(@Nullable Object value) {
        atLeast(value, Cut.after(value));
    }

    void isAtMost(@Nullable Object value) {
        atMost(value, Cut.after(value));
    }

    void isBelow(@Nullable Object value) {
        atMost(value, Cut.before(value));
    }

    void isPresent() {
        present = true;
    }

    private void atLeast(@Nullable Object value, Cut cut) {
        if (lower == null && value != null && ValueOrder.isScalar(value)) {
            lower = new Bound(value, cut);
        }
    }

    private void atMost(@Nullable Object value, Cut cut) {
        if (upper == null && value != null && ValueOrder.isScalar(value)) {
            upper = new Bound(value, cut);
        }
    }

    /** The only values that can match; null when they cannot be listed. */
    @Nullable
    NavigableSet<@Nullable Object> points() {
        return points;
    }

    /** The range that can match; null when there is none. Of an array each bound may be met by another element. */
    @Nullable
    Interval interval(boolean ofArrays) {
        if (lower != null && upper != null && !ofArrays && sameType(lower, upper)) {
            return new Interval(lower.cut, upper.cut);
        }
        if (lower != null) {
            return new Interval(lower.cut, Cut.afterTypeOf(lower.value));
        }
        return upper == null ? null : new Interval(Cut.beforeTypeOf(upper.value), upper.cut);
    }

    private static boolean sameType(Bound a, Bound b) {
        return ValueOrder.rank(a.value) == ValueOrder.rank(b.value);
    }

    /** Whether a document without the field is certain not to match. */
    boolean excludesMissing() {
        return present || lower != null || upper != null || (points != null && !points.contains(null));
    }
}
