package io.nearstock.catalog.search;

import java.io.IOException;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts the values of one segment by number, and looks their words up once at the end. */
final class ValueColumn {

    private final SortedSetDocValues values;
    private final int[] counts;
    private final ValueCounts target;

    ValueColumn(SortedSetDocValues values, ValueCounts target) {
        this.values = values;
        this.counts = new int[Math.toIntExact(values.getValueCount())];
        this.target = target;
    }

    void count(int doc) throws IOException {
        if (values.advanceExact(doc)) {
            for (int value = values.docValueCount(); value > 0; value--) {
                counts[(int) values.nextOrd()]++;
            }
        }
    }

    void finish() throws IOException {
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                target.add(values.lookupOrd(ordinal).utf8ToString(), counts[ordinal]);
            }
        }
    }
}
