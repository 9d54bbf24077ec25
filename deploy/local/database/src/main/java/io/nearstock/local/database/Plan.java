package io.nearstock.local.database;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an index answers a query: at least the rows that match, at most those of some ranges.
 *
 * @param equalities how many of the index's fields are fixed
 * @param ordered whether the rows come as the query sorts them
 */
record Plan(OrderedIndex index, List<Range> ranges, int equalities, boolean ranged, boolean ordered, boolean backward) {

    /** The better plan is the greater. */
    static final Comparator<Plan> QUALITY = comparing(Plan::findsOne)
            .thenComparingInt(Plan::equalities)
            .thenComparing(Plan::ranged)
            .thenComparing(Plan::ordered)
            .thenComparing(
                    comparingInt((Plan plan) -> plan.index.getKeys().size()).reversed());

    /** Whether at most one row for each range. */
    boolean findsOne() {
        return index.isUnique() && equalities == index.getKeys().size();
    }

    Stream<Row> rows() {
        return ranges.size() == 1
                ? index.rows(ranges.getFirst(), backward)
                : ranges.stream().flatMap(range -> index.rows(range, backward)).distinct();
    }
}
