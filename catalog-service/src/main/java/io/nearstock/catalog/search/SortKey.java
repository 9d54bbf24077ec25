package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads by what results are sorted, for any of them and not only the best. */
final class SortKey<T> {

    private final FieldComparator<T> comparator;
    private final boolean descending;
    private @Nullable LeafFieldComparator leaf;

    private SortKey(FieldComparator<T> comparator, boolean descending) {
        this.comparator = comparator;
        this.descending = descending;
    }

    static SortKey<?> of(SortField field) {
        return new SortKey<>(field.getComparator(1, Pruning.NONE), field.getReverse());
    }

    void enter(LeafReaderContext context) throws IOException {
        leaf = comparator.getLeafComparator(context);
    }

    void score(Scorable scorer) throws IOException {
        entered().setScorer(scorer);
    }

    Object of(int doc) throws IOException {
        entered().copy(0, doc);
        Object value = comparator.value(0);
        return value instanceof BytesRef reused ? BytesRef.deepCopyOf(reused) : value;
    }

    /** Of what {@link #of} has read. */
    @SuppressWarnings("unchecked")
    int compare(Object one, Object other) {
        var ascending = comparator.compareValues((T) one, (T) other);
        return descending ? -ascending : ascending;
    }

    private LeafFieldComparator entered() {
        return Objects.requireNonNull(leaf);
    }
}
