package io.nearstock.catalog.search;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which products of a segment have each of those values of a column that many have, as bits: how many of what was found have
 * one is counted word by word, however many were found (bitmap indexes, O'Neil, Quass 1997).
 */
final class FrequentValues {

    /** One product in so many has a value that is frequent; so all of them need at most 4 bits for each value of a product. */
    private static final int ONE_IN = 32;

    /** In the time that it takes to count the values of a product, so many products are looked through for one value by words. */
    private static final int AT_ONCE = 128;

    /** At most one product in so many is left to be counted by itself. */
    private static final int MOST_LEFT = 3;

    private final int[] numbers;
    private final FixedBitSet[] having;
    private final FixedBitSet rest;
    private final int docs;

    private FrequentValues(FacetColumn column, int docs, int[] numbers) {
        this.numbers = numbers;
        this.having = new FixedBitSet[numbers.length];
        this.rest = new FixedBitSet(docs);
        this.docs = docs;
        Arrays.setAll(having, _ -> new FixedBitSet(docs));
        fill(column);
    }

    /** Null where they would leave so much to be counted one by one that they are of no use. */
    static @Nullable FrequentValues of(FacetColumn column, int docs) {
        var counts = new int[column.most() + 1];
        for (int doc = 0; doc < docs; doc++) {
            for (int value = column.begin(doc); value < column.end(doc); value++) {
                counts[column.number(value)]++;
            }
        }
        int many = 0;
        var numbers = new int[counts.length];
        for (int number = 1; number < counts.length; number++) {
            if (counts[number] > docs / ONE_IN) {
                numbers[many++] = number;
            }
        }
        var frequent = new FrequentValues(column, docs, Arrays.copyOf(numbers, many));
        return MOST_LEFT * frequent.rest.cardinality() > docs ? null : frequent;
    }

    private void fill(FacetColumn column) {
        var place = new int[column.most() + 1];
        for (int at = 0; at < numbers.length; at++) {
            place[numbers[at]] = at + 1;
        }
        for (int doc = 0; doc < docs; doc++) {
            for (int value = column.begin(doc); value < column.end(doc); value++) {
                var number = column.number(value);
                if (place[number] > 0) {
                    having[place[number] - 1].set(doc);
                } else if (number > 0) {
                    rest.set(doc);
                }
            }
        }
    }

    /** Whether so many products are counted sooner this way than one by one. */
    boolean pay(int many) {
        return many >= (long) numbers.length * docs / AT_ONCE;
    }

    /** Counts those of these products that have no other value; who has one is given back. */
    FixedBitSet count(FixedBitSet found, int[] counts) {
        var counted = found.clone();
        counted.andNot(rest);
        for (int at = 0; at < numbers.length; at++) {
            counts[numbers[at]] += (int) FixedBitSet.intersectionCount(having[at], counted);
        }
        return IndexColumns.both(found, rest);
    }
}
