package io.nearstock.local.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of an index's fields, in the index's order of fields; a place between keys may stand in for a value. */
record Key(List<@Nullable Object> values) implements Comparable<Key> {

    static final Key NONE = new Key(List.of());

    Key plus(@Nullable Object value) {
        var longer = new ArrayList<@Nullable Object>(values);
        longer.add(value);
        return new Key(longer);
    }

    int size() {
        return values.size();
    }

    boolean isOfStrings() {
        for (var value : values) {
            if (!(value instanceof String)) {
                return false;
            }
        }
        return true;
    }

    /** Equal means: one begins with the other. */
    int compareTo(Key other, boolean[] descending) {
        var common = Math.min(size(), other.size());
        for (var i = 0; i < common; i++) {
            var result = compareValues(values.get(i), other.values.get(i));
            if (result != 0) {
                return descending[i] ? -result : result;
            }
        }
        return 0;
    }

    @Override
    public int compareTo(Key other) {
        return compareTo(other, new boolean[size()]);
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Cut cut) {
            return cut.comparedTo(b);
        }
        return b instanceof Cut cut ? -cut.comparedTo(a) : ValueOrder.INSTANCE.compare(a, b);
    }
}
