package io.nearstock.catalog.search;

import io.nearstock.catalog.search.Facets.PriceRange;
import java.util.List;
import java.util.stream.IntStream;

/** The ranges by which prices are counted, numbered from 1. */
final class PriceRanges {

    private static final long[] FROM = {0, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000};

    /** More than any number of a range. */
    static final int SIZE = FROM.length + 1;

    private PriceRanges() {}

    static int of(long price) {
        int range = 1;
        while (range < FROM.length && FROM[range] <= price) {
            range++;
        }
        return range;
    }

    static List<PriceRange> counted(int[] counts) {
        return IntStream.range(1, SIZE)
                .filter(range -> counts[range] > 0)
                .mapToObj(range ->
                        new PriceRange(FROM[range - 1], range < FROM.length ? FROM[range] : null, counts[range]))
                .toList();
    }
}
