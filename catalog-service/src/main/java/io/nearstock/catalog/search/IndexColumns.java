package io.nearstock.catalog.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one state of the index. Sets of products are bits, one for each by its number, so that filters meet word by
 * word. What is counted is what was found or, where that is less, what was not, taken from counts of all there is that were
 * made once.
 */
final class IndexColumns {

    /** Is shown products a few at a time; their numbers begin in each segment from 0. */
    @FunctionalInterface
    interface Visitor {
        void visit(SegmentColumns segment, int begin, int[] docs, int many);
    }

    private record Segment(int begin, int end, SegmentColumns columns) {}

    private static final int WINDOW = 1 << 12;

    private final Columns columns;
    private final List<Segment> segments;
    private final FixedBitSet all;
    private final FixedBitSet members;
    private final FixedBitSet singles;
    private final FacetCounts ofSingles;
    private final FacetCounts ofAll;

    private IndexColumns(Columns columns, List<Segment> segments, FixedBitSet all) {
        this.columns = columns;
        this.segments = segments;
        this.all = all;
        this.members = inFamilies(all);
        this.singles = all.clone();
        singles.andNot(members);
        var everything = EnumSet.allOf(FacetField.class);
        this.ofSingles = walked(singles, everything);
        this.ofAll = hasFamilies() ? counted(all, everything) : ofSingles;
    }

    static IndexColumns of(Columns columns, List<LeafReaderContext> leaves) {
        var segments = new ArrayList<Segment>();
        int end = 0;
        for (var leaf : leaves) {
            end = leaf.docBase + leaf.reader().maxDoc();
            segments.add(new Segment(leaf.docBase, end, columns.of(leaf.reader())));
        }
        var all = new FixedBitSet(end);
        leaves.forEach(leaf ->
                addLive(all, leaf.docBase, leaf.reader().maxDoc(), leaf.reader().getLiveDocs()));
        return new IndexColumns(columns, segments, all);
    }

    boolean hasFamilies() {
        return !members.scanIsEmpty();
    }

    /** Of these products those that have variants, and their variants. */
    FixedBitSet members(FixedBitSet docs) {
        return both(docs, members);
    }

    /** Of all there is; nobody may change it. */
    FacetCounts all() {
        return ofAll;
    }

    /** Counts each product once with its variants. Nobody may change what comes of it. */
    FacetCounts count(FixedBitSet docs, Set<FacetField> fields) {
        return docs.cardinality() == all.cardinality() ? ofAll : counted(docs, fields);
    }

    /** Of these products those whose number of the field is in the range, its ends included. */
    FixedBitSet inRange(FixedBitSet docs, FacetField field, long from, long to) {
        var found = new FixedBitSet(docs.length());
        var bits = found.getBits();
        walk(docs, (segment, begin, some, many) -> {
            var numbers = segment.numbers(field);
            for (int at = 0; at < many; at++) {
                var number = numbers[some[at]];
                var doc = begin + some[at];
                bits[doc >> 6] |= (number >= from && number <= to ? 1L : 0L) << doc;
            }
        });
        return found;
    }

    /** Of these products those whose SKU is among these, as {@link StockBoard} has them. */
    FixedBitSet ofSkus(FixedBitSet docs, FixedBitSet skus) {
        var found = new FixedBitSet(docs.length());
        var bits = found.getBits();
        var wanted = skus.getBits();
        walk(docs, (segment, begin, some, many) -> {
            for (int at = 0; at < many; at++) {
                var sku = segment.skus()[some[at]];
                var doc = begin + some[at];
                bits[doc >> 6] |= (wanted[sku >> 6] >>> sku & 1L) << doc;
            }
        });
        return found;
    }

    void walk(FixedBitSet docs, Visitor visitor) {
        var some = new int[WINDOW];
        for (var segment : segments) {
            for (int from = segment.begin; from < segment.end; from += WINDOW) {
                var many = docs.intoArray(from, Math.min(from + WINDOW, segment.end), -segment.begin, some);
                if (many > 0) {
                    visitor.visit(segment.columns, segment.begin, some, many);
                }
            }
        }
    }

    static FixedBitSet both(FixedBitSet one, FixedBitSet other) {
        var both = one.clone();
        both.and(other);
        return both;
    }

    private FacetCounts counted(FixedBitSet docs, Set<FacetField> fields) {
        var counts = countSingles(both(docs, singles), fields);
        if (hasFamilies()) {
            new CountFamilies(columns, counts).count(this, members(docs));
        }
        return counts;
    }

    private FacetCounts countSingles(FixedBitSet found, Set<FacetField> fields) {
        if (2 * found.cardinality() <= ofSingles.products()) {
            return walked(found, fields);
        }
        var rest = singles.clone();
        rest.andNot(found);
        return walked(rest, fields).leftOf(ofSingles);
    }

    private FacetCounts walked(FixedBitSet docs, Set<FacetField> fields) {
        var counts = new FacetCounts(columns, fields);
        walk(docs, (segment, _, some, many) -> counts.add(segment, some, many));
        return counts;
    }

    private FixedBitSet inFamilies(FixedBitSet docs) {
        var found = new FixedBitSet(docs.length());
        walk(docs, (segment, begin, some, many) -> {
            for (int at = 0; segment.hasFamilies() && at < many; at++) {
                if (segment.family(some[at]) != 0) {
                    found.set(begin + some[at]);
                }
            }
        });
        return found;
    }

    private static void addLive(FixedBitSet all, int begin, int docs, @Nullable Bits live) {
        if (live == null) {
            all.set(begin, begin + docs);
            return;
        }
        for (int doc = 0; doc < docs; doc++) {
            if (live.get(doc)) {
                all.set(begin + doc);
            }
        }
    }
}
