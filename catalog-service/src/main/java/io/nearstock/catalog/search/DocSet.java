package io.nearstock.catalog.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/** Some products of one state of the index, by their numbers. */
final class DocSet extends OneSearchQuery {

    private final FixedBitSet docs;

    DocSet(FixedBitSet docs) {
        this.docs = docs;
    }

    /** All that a query finds. */
    static FixedBitSet of(IndexSearcher searcher, Query query) throws IOException {
        var docs = new FixedBitSet(searcher.getIndexReader().maxDoc());
        var rewritten = searcher.rewrite(new ConstantScoreQuery(query));
        var weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.bulkScorer(leaf);
            if (scorer != null) {
                var live = leaf.reader().getLiveDocs();
                scorer.score(new Gathering(docs, leaf.docBase), live, 0, DocIdSetIterator.NO_MORE_DOCS);
            }
        }
        return docs;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) {
                var walk = new Walk(context.docBase, context.reader().maxDoc());
                return new Weight.DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, walk));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    private record Gathering(FixedBitSet docs, int docBase) implements LeafCollector {

        @Override
        public void setScorer(Scorable scorer) {
            // what counts is that it was found
        }

        @Override
        public void collect(int doc) {
            docs.set(docBase + doc);
        }

        @Override
        public void collectRange(int from, int to) {
            docs.set(docBase + from, docBase + to);
        }
    }

    private final class Walk extends DocIdSetIterator {

        private final int docBase;
        private final int end;
        private final long cost;
        private int doc = -1;

        Walk(int docBase, int end) {
            this.docBase = docBase;
            this.end = end;
            this.cost = docs.cardinality(docBase, docBase + end);
        }

        @Override
        public int docID() {
            return doc;
        }

        @Override
        public int nextDoc() {
            return advance(doc + 1);
        }

        @Override
        public int advance(int target) {
            var next = target >= end ? NO_MORE_DOCS : docs.nextSetBit(docBase + target, docBase + end);
            doc = next == NO_MORE_DOCS ? NO_MORE_DOCS : next - docBase;
            return doc;
        }

        /** Word by word. */
        @Override
        public void intoBitSet(int upTo, FixedBitSet others, int offset) {
            var to = Math.min(upTo, end);
            if (doc < to) {
                FixedBitSet.orRange(docs, docBase + doc, others, doc - offset, to - doc);
                advance(to);
            }
        }

        @Override
        public long cost() {
            return cost;
        }
    }

    @Override
    public String toString(String field) {
        return "docs";
    }
}
