package io.nearstock.catalog.search;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The first products of those that are found, in an order: most are told from them by comparing two numbers. */
final class BestHits implements IndexColumns.Visitor {

    private final SortKeys order;
    private final IdPlaces ids;
    private final @Nullable Hit after;
    private final long[] keys = new long[Windows.SIZE];
    private final Hit[] best;
    private int size;
    private long worst = Long.MAX_VALUE;

    private BestHits(SortKeys order, IdPlaces ids, @Nullable Hit after, int limit) {
        this.order = order;
        this.ids = ids;
        this.after = after;
        this.best = new Hit[limit];
    }

    /** So many at most, of those that come after a place where there is one. */
    static List<Hit> of(
            IndexColumns columns, FixedBitSet found, SortKeys order, IdPlaces ids, @Nullable Hit after, int limit) {
        var hits = new BestHits(order, ids, after, limit);
        columns.walk(found, hits);
        return List.of(Arrays.copyOf(hits.best, hits.size));
    }

    @Override
    public void visit(SegmentColumns segment, int begin, int[] docs, int many) {
        ids.enter(begin);
        order.of(segment, begin, docs, many, keys);
        var least = after == null ? Long.MIN_VALUE : after.key();
        for (int at = 0; at < many; at++) {
            if (keys[at] <= worst && keys[at] >= least && mayCome(keys[at], docs[at])) {
                consider(Hit.of(docs[at], keys[at], ids));
            }
        }
    }

    /** Of many that are equal most end here. */
    private boolean mayCome(long key, int doc) {
        return key < worst || size < best.length || ids.of(doc) < best[size - 1].place(ids);
    }

    private void consider(Hit hit) {
        if (after == null || after.isBefore(hit, ids)) {
            size = Math.min(size + 1, best.length);
            insert(hit, size - 1);
            worst = size < best.length ? Long.MAX_VALUE : best[size - 1].key();
        }
    }

    private void insert(Hit hit, int last) {
        int place = last;
        while (place > 0 && hit.isBefore(best[place - 1], ids)) {
            best[place] = best[place - 1];
            place--;
        }
        best[place] = hit;
    }
}
