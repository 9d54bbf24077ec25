package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.FixedBitSet;

/** Of each family whose members it is shown, remembers the first in an order, and the numbers of all others. */
final class FirstOfFamilies implements Collector {

    /** Of those that were found. */
    record First(int doc, List<Object> key, int found) {}

    private final Sort order;
    private final List<SortKey<?>> keys;
    private final Map<Long, First> firsts = new HashMap<>();
    private final FixedBitSet others;

    private FirstOfFamilies(Sort order, int docs) {
        this.order = order;
        this.keys = Arrays.stream(order.getSort()).<SortKey<?>>map(SortKey::of).toList();
        this.others = new FixedBitSet(docs);
    }

    static CollectorManager<FirstOfFamilies, FirstOfFamilies> choosing(Sort order, int docs) {
        return new CollectorManager<>() {

            @Override
            public FirstOfFamilies newCollector() {
                return new FirstOfFamilies(order, docs);
            }

            @Override
            public FirstOfFamilies reduce(Collection<FirstOfFamilies> parts) {
                var whole = new FirstOfFamilies(order, docs);
                for (var part : parts) {
                    whole.others.or(part.others);
                    part.firsts.forEach(whole::meet);
                }
                return whole;
            }
        };
    }

    Map<Long, First> firsts() {
        return firsts;
    }

    FixedBitSet others() {
        return others;
    }

    private void meet(Long family, First met) {
        firsts.merge(family, met, this::first);
    }

    private First first(First one, First other) {
        var isFirst = compare(one.key, other.key) < 0;
        var first = isFirst ? one : other;
        others.set(isFirst ? other.doc : one.doc);
        return new First(first.doc, first.key, one.found + other.found);
    }

    private int compare(List<Object> one, List<Object> other) {
        int compared = 0;
        for (int key = 0; key < keys.size() && compared == 0; key++) {
            compared = keys.get(key).compare(one.get(key), other.get(key));
        }
        return compared;
    }

    @Override
    public ScoreMode scoreMode() {
        return order.needsScores() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        for (var key : keys) {
            key.enter(context);
        }
        return new Leaf(DocValues.getNumeric(context.reader(), Families.COLUMN), context.docBase);
    }

    private final class Leaf implements LeafCollector {

        private final NumericDocValues family;
        private final int docBase;

        Leaf(NumericDocValues family, int docBase) {
            this.family = family;
            this.docBase = docBase;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            for (var key : keys) {
                key.score(scorer);
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            if (family.advanceExact(doc)) {
                var key = new ArrayList<Object>(keys.size());
                for (var part : keys) {
                    key.add(part.of(doc));
                }
                meet(family.longValue(), new First(docBase + doc, key, 1));
            }
        }
    }
}
