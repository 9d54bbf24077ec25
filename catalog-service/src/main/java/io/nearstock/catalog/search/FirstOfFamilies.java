package io.nearstock.catalog.search;

import org.apache.lucene.util.FixedBitSet;

/** Of each family whose members it is shown, remembers the first in an order, and the numbers of all others. */
final class FirstOfFamilies implements IndexColumns.Visitor {

    private final SortKeys order;
    private final IdPlaces ids;
    private final long[] keys = new long[Windows.SIZE];
    private final LongSlots families;
    private final Hit[] firsts;
    private final int[] found;
    private final FixedBitSet others;

    /** Of so many members at most, in a state of the index with so many products. */
    FirstOfFamilies(SortKeys order, IdPlaces ids, int members, int docs) {
        this.order = order;
        this.ids = ids;
        this.families = new LongSlots(members);
        this.firsts = new Hit[members];
        this.found = new int[members];
        this.others = new FixedBitSet(docs);
    }

    @Override
    public void visit(SegmentColumns segment, int begin, int[] docs, int many) {
        ids.enter(begin);
        order.of(segment, begin, docs, many, keys);
        for (int at = 0; at < many; at++) {
            meet(families.of(segment.family(docs[at])), Hit.of(docs[at], keys[at], ids));
        }
    }

    private void meet(int family, Hit met) {
        var first = firsts[family];
        if (found[family]++ == 0) {
            firsts[family] = met;
        } else if (met.isBefore(first, ids)) {
            firsts[family] = met;
            others.set(first.doc());
        } else {
            others.set(met.doc());
        }
    }

    /** How many of a family were shown; 0 for none. */
    int found(long family) {
        var slot = families.find(family);
        return slot < 0 ? 0 : found[slot];
    }

    FixedBitSet others() {
        return others;
    }
}
