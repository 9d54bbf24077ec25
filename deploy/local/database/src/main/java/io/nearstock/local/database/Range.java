package io.nearstock.local.database;

import java.util.NavigableSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of an index between two places in its order; no place means its end. */
record Range(@Nullable IndexEntry from, @Nullable IndexEntry to) {

    static final Range EVERYTHING = new Range(null, null);

    /** Entries whose key begins with these values. */
    static Range at(Key key) {
        return new Range(IndexEntry.before(key), IndexEntry.after(key));
    }

    /** Entries whose key begins with the prefix and goes on within the interval. */
    static Range in(Key prefix, Interval interval, boolean ascending) {
        var low = IndexEntry.before(prefix.plus(interval.low()));
        var high = IndexEntry.before(prefix.plus(interval.high()));
        return ascending ? new Range(low, high) : new Range(high, low);
    }

    /** The one key whose entries these are, if it is one. */
    @Nullable
    Key only() {
        return from != null && to != null && from.key().equals(to.key()) ? from.key() : null;
    }

    Stream<IndexEntry> of(NavigableSet<IndexEntry> entries, boolean backward) {
        return backward ? backward(entries) : forward(entries);
    }

    private Stream<IndexEntry> forward(NavigableSet<IndexEntry> entries) {
        var order = entries.comparator();
        var stream = (from == null ? entries : entries.tailSet(from, true)).stream();
        return to == null ? stream : stream.takeWhile(entry -> order.compare(entry, to) < 0);
    }

    private Stream<IndexEntry> backward(NavigableSet<IndexEntry> entries) {
        var order = entries.comparator();
        var stream = (to == null ? entries : entries.headSet(to, true)).descendingSet().stream();
        return from == null ? stream : stream.takeWhile(entry -> order.compare(entry, from) > 0);
    }
}
