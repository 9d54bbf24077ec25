package io.nearstock.catalog.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
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

    private final class Walk extends DocIdSetIterator {

        private final int docBase;
        private final int end;
        private int doc = -1;

        Walk(int docBase, int end) {
            this.docBase = docBase;
            this.end = end;
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
            var next = target >= end ? NO_MORE_DOCS : docs.nextSetBit(docBase + target);
            doc = next == NO_MORE_DOCS || next - docBase >= end ? NO_MORE_DOCS : next - docBase;
            return doc;
        }

        @Override
        public long cost() {
            return end;
        }
    }

    @Override
    public String toString(String field) {
        return "docs";
    }
}
