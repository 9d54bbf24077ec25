package io.nearstock.local.database;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One key of one row; without a row it is a place to search from. */
record IndexEntry(Key key, long number, @Nullable Row row) {

    static IndexEntry of(Key key, Row row) {
        return new IndexEntry(key, row.number(), row);
    }

    /** Before every row whose key begins like this. */
    static IndexEntry before(Key key) {
        return new IndexEntry(key, Long.MIN_VALUE, null);
    }

    static IndexEntry after(Key key) {
        return new IndexEntry(key, Long.MAX_VALUE, null);
    }

    static Comparator<IndexEntry> order(List<Boolean> ascending) {
        var descending = new boolean[ascending.size()];
        for (var i = 0; i < descending.length; i++) {
            descending[i] = !ascending.get(i);
        }
        return (a, b) -> {
            if (a == b) {
                return 0;
            }
            var keys = a.key.compareTo(b.key, descending);
            return keys != 0 ? keys : Long.compare(a.number, b.number);
        };
    }
}
