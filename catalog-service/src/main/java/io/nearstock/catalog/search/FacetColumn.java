package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a field each product of a segment has, by the values' numbers. Many products have the same, so that each has
 * the number of a set of values, and of many products it is the sets that are counted.
 */
final class FacetColumn {

    /** What is counted is there at its end. */
    @FunctionalInterface
    interface Counting {

        /** The first of these, as many as are said. */
        void count(int[] docs, int many);

        default void end() {}
    }

    private final NumberColumn sets;
    private final int[] begins;
    private final int[] numbers;
    private final @Nullable FrequentValues frequent;

    private FacetColumn(int[] sets, int[] begins, int[] numbers) {
        this.sets = NumberColumn.of(sets);
        this.begins = begins;
        this.numbers = numbers;
        this.frequent = FrequentValues.of(this, sets.length);
    }

    /** Where each product has one value, or 0 for none. */
    static FacetColumn ofOneEach(int[] numbers) {
        var most = Arrays.stream(numbers).max().orElse(0);
        var each = new int[most + 2];
        Arrays.setAll(each, number -> number);
        return new FacetColumn(numbers, each, Arrays.copyOf(each, most + 1));
    }

    /** Takes the number of each value, by its place in the order of the segment's. */
    static FacetColumn of(SortedSetDocValues values, int docs, int[] numberOf) throws IOException {
        var distinct = new ValueSets();
        var sets = new int[docs];
        Arrays.fill(sets, distinct.of(new int[0], 0));
        var own = new int[4];
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            var many = values.docValueCount();
            own = ArrayUtil.grow(own, many);
            for (int value = 0; value < many; value++) {
                own[value] = numberOf[(int) values.nextOrd()];
            }
            sets[doc] = distinct.of(own, many);
        }
        return new FacetColumn(sets, distinct.begins(), distinct.numbers());
    }

    /** Whether {@link #countAtOnce} is sooner done with so many products. */
    boolean isCountedAtOnce(int many) {
        return frequent != null && frequent.pay(many);
    }

    void countAtOnce(FixedBitSet docs, int[] counts) {
        var rest = Objects.requireNonNull(frequent).count(docs, counts);
        var counting = counting(rest.cardinality(), counts);
        Windows.walk(rest, 0, rest.length(), 0, counting::count);
        counting.end();
    }

    /** Counts the values of products, of which there are so many in all. */
    Counting counting(int many, int[] counts) {
        if (many < begins.length) {
            return (docs, some) -> count(docs, some, counts);
        }
        var ofSets = new int[begins.length];
        return new Counting() {

            @Override
            public void count(int[] docs, int some) {
                countSets(docs, some, ofSets);
            }

            @Override
            public void end() {
                addSets(ofSets, counts);
            }
        };
    }

    private void count(int[] docs, int many, int[] counts) {
        for (int at = 0; at < many; at++) {
            var end = end(docs[at]);
            for (int place = begin(docs[at]); place < end; place++) {
                counts[numbers[place]]++;
            }
        }
    }

    private void countSets(int[] docs, int many, int[] counts) {
        for (int at = 0; at < many; at++) {
            counts[(int) sets.get(docs[at])]++;
        }
    }

    private void addSets(int[] ofSets, int[] counts) {
        for (int set = 0; set < begins.length - 1; set++) {
            for (int place = begins[set]; place < begins[set + 1]; place++) {
                counts[numbers[place]] += ofSets[set];
            }
        }
    }

    /** The place of a product's first value, for {@link #number}. */
    int begin(int doc) {
        return begins[(int) sets.get(doc)];
    }

    int end(int doc) {
        return begins[(int) sets.get(doc) + 1];
    }

    int number(int place) {
        return numbers[place];
    }

    /** The highest number of a value. */
    int most() {
        return Arrays.stream(numbers).max().orElse(0);
    }
}
