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

    private record Segment(int begin, int end, SegmentColumns columns) {

        /** Of these products those of the segment, by their numbers in it. */
        FixedBitSet of(FixedBitSet docs) {
            var own = new FixedBitSet(end - begin);
            FixedBitSet.orRange(docs, begin, own, 0, end - begin);
            return own;
        }
    }

    private final Columns columns;
    private final List<Segment> segments;
    private final FixedBitSet all;
    private final int size;
    private final FixedBitSet members;
    private final boolean hasFamilies;
    private final FixedBitSet singles;
    private final FacetCounts ofSingles;
    private final FacetCounts ofAll;

    private IndexColumns(Columns columns, List<Segment> segments, FixedBitSet all) {
        this.columns = columns;
        this.segments = segments;
        this.all = all;
        this.size = all.cardinality();
        this.members = inFamilies(all);
        this.hasFamilies = !members.scanIsEmpty();
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
        return hasFamilies;
    }

    /** Nobody may change it. */
    FixedBitSet everything() {
        return all;
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
        return docs.cardinality() == size ? ofAll : counted(docs, fields);
    }

    /** Of these products those whose number of the field is in the range, its ends included. */
    FixedBitSet inRange(FixedBitSet docs, NumberField field, long from, long to) {
        var found = new FixedBitSet(docs.length());
        var bits = found.getBits();
        walk(docs, (segment, begin, some, many) -> {
            var numbers = segment.numbers(field);
            var passing = new PassingBits(bits);
            for (int at = 0; at < many; at++) {
                var number = numbers.get(some[at]);
                passing.add(begin + some[at], number >= from && number <= to);
            }
            passing.end();
        });
        return found;
    }

    /** Of these products those whose SKU is among these, as {@link StockBoard} has them. */
    FixedBitSet ofSkus(FixedBitSet docs, FixedBitSet skus) {
        var found = new FixedBitSet(docs.length());
        var bits = found.getBits();
        var wanted = skus.getBits();
        walk(docs, (segment, begin, some, many) -> {
            var numbers = segment.skus();
            var passing = new PassingBits(bits);
            for (int at = 0; at < many; at++) {
                var sku = numbers[some[at]];
                passing.add(begin + some[at], (wanted[sku >> 6] >>> sku & 1) != 0);
            }
            passing.end();
        });
        return found;
    }

    void walk(FixedBitSet docs, Visitor visitor) {
        for (var segment : segments) {
            Windows.walk(
                    docs,
                    segment.begin,
                    segment.end,
                    -segment.begin,
                    (some, many) -> visitor.visit(segment.columns, segment.begin, some, many));
        }
    }

    static FixedBitSet both(FixedBitSet one, FixedBitSet other) {
        var both = one.clone();
        both.and(other);
        return both;
    }

    private FacetCounts counted(FixedBitSet docs, Set<FacetField> fields) {
        if (!hasFamilies) {
            return countSingles(docs, fields);
        }
        var counts = countSingles(both(docs, singles), fields);
        new CountFamilies(columns, counts).count(this, members(docs));
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
        for (var segment : segments) {
            counts.add(segment.columns, segment.of(docs));
        }
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
