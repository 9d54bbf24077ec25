package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/** Which values of a field each product of a segment has, by the values' numbers: an array in memory, read in order. */
final class FacetColumn {

    /** Where those of each product begin; null where each product has just one, or 0 for none. */
    private final int @Nullable [] begins;

    private final int[] numbers;

    private FacetColumn(int @Nullable [] begins, int[] numbers) {
        this.begins = begins;
        this.numbers = numbers;
    }

    static FacetColumn ofOneEach(int[] numbers) {
        return new FacetColumn(null, numbers);
    }

    /** Takes the number of each value, by its place in the order of the segment's. */
    static FacetColumn of(SortedSetDocValues values, int docs, int[] numberOf) throws IOException {
        var begins = new int[docs + 1];
        var numbers = new int[docs];
        int end = 0;
        var most = 0;
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            var many = values.docValueCount();
            numbers = ArrayUtil.grow(numbers, end + many);
            for (int left = many; left > 0; left--) {
                numbers[end++] = numberOf[(int) values.nextOrd()];
            }
            begins[doc + 1] = many;
            most = Math.max(most, many);
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        return most <= 1 ? ofOneEach(spread(begins, numbers)) : new FacetColumn(begins, Arrays.copyOf(numbers, end));
    }

    private static int[] spread(int[] begins, int[] numbers) {
        var one = new int[begins.length - 1];
        for (int doc = 0; doc < one.length; doc++) {
            one[doc] = begins[doc] < begins[doc + 1] ? numbers[begins[doc]] : 0;
        }
        return one;
    }

    /** Counts the values of the first of these products, as many as are said. */
    void count(int[] docs, int many, int[] counts) {
        if (begins == null) {
            for (int at = 0; at < many; at++) {
                counts[numbers[docs[at]]]++;
            }
        } else {
            for (int at = 0; at < many; at++) {
                var end = begins[docs[at] + 1];
                for (int value = begins[docs[at]]; value < end; value++) {
                    counts[numbers[value]]++;
                }
            }
        }
    }

    /** The place of a product's first value, for {@link #number}. */
    int begin(int doc) {
        return begins == null ? doc : begins[doc];
    }

    int end(int doc) {
        return begins == null ? doc + 1 : begins[doc + 1];
    }

    int number(int place) {
        return numbers[place];
    }
}
