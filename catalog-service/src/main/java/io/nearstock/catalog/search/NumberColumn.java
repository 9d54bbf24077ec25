package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongToIntFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * A number of each product of a segment: in 2 or 4 bytes where all of them fit, as what many columns have to be read for is bound by
 * the memory; nothing where all are 0.
 */
final class NumberColumn {

    private final int docs;
    private final char @Nullable [] small;
    private final int @Nullable [] narrow;
    private final long @Nullable [] wide;

    private NumberColumn(int docs, char @Nullable [] small, int @Nullable [] narrow, long @Nullable [] wide) {
        this.docs = docs;
        this.small = small;
        this.narrow = narrow;
        this.wide = wide;
    }

    static NumberColumn of(LeafReader segment, String field) throws IOException {
        var numbers = new long[segment.maxDoc()];
        var values = DocValues.getNumeric(segment, field);
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            numbers[doc] = values.longValue();
        }
        return of(numbers);
    }

    static NumberColumn of(long... numbers) {
        var all = Arrays.stream(numbers).summaryStatistics();
        if (numbers.length == 0 || (all.getMin() == 0 && all.getMax() == 0)) {
            return new NumberColumn(numbers.length, null, null, null);
        }
        if (all.getMin() >= 0 && all.getMax() <= Character.MAX_VALUE) {
            return new NumberColumn(numbers.length, small(numbers), null, null);
        }
        return all.getMin() >= Integer.MIN_VALUE && all.getMax() <= Integer.MAX_VALUE
                ? new NumberColumn(numbers.length, null, narrow(numbers), null)
                : new NumberColumn(numbers.length, null, null, numbers);
    }

    static NumberColumn of(int... numbers) {
        return of(Arrays.stream(numbers).asLongStream().toArray());
    }

    private static char[] small(long[] numbers) {
        var small = new char[numbers.length];
        for (int doc = 0; doc < small.length; doc++) {
            small[doc] = (char) numbers[doc];
        }
        return small;
    }

    private static int[] narrow(long[] numbers) {
        var narrow = new int[numbers.length];
        for (int doc = 0; doc < narrow.length; doc++) {
            narrow[doc] = (int) numbers[doc];
        }
        return narrow;
    }

    boolean isEmpty() {
        return small == null && narrow == null && wide == null;
    }

    long get(int doc) {
        if (small != null) {
            return small[doc];
        }
        return narrow != null ? narrow[doc] : wide != null ? wide[doc] : 0;
    }

    /** What becomes of each number. */
    int[] map(LongToIntFunction mapping) {
        var mapped = new int[docs];
        Arrays.setAll(mapped, doc -> mapping.applyAsInt(get(doc)));
        return mapped;
    }
}
