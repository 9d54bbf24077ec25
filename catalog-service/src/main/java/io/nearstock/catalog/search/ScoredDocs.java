package io.nearstock.catalog.search;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Some products of one state of the index, with scores that are known already. */
final class ScoredDocs extends OneSearchQuery {

    private final ScoreDoc[] docs;
    private final float weight;

    /** The scores are multiplied by the weight. */
    ScoredDocs(ScoreDoc[] docs, float weight) {
        this.docs = docs.clone();
        this.weight = weight;
        Arrays.sort(this.docs, Comparator.comparingInt(doc -> doc.doc));
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
                var from = place(context.docBase);
                var to = place(context.docBase + context.reader().maxDoc());
                return from == to
                        ? null
                        : new DefaultScorerSupplier(new Leaf(from, to, context.docBase, boost * weight));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    /** Of the first that is not before this number. */
    private int place(int number) {
        int place = 0;
        while (place < docs.length && docs[place].doc < number) {
            place++;
        }
        return place;
    }

    private final class Leaf extends Scorer {

        private final Walk walk;
        private final float factor;

        Leaf(int from, int to, int docBase, float factor) {
            this.walk = new Walk(from, to, docBase);
            this.factor = factor;
        }

        @Override
        public int docID() {
            return walk.docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return walk;
        }

        @Override
        public float score() {
            return docs[walk.at].score * factor;
        }

        @Override
        public float getMaxScore(int upTo) {
            float most = 0;
            for (int at = walk.from; at < walk.to; at++) {
                most = Math.max(most, docs[at].score * factor);
            }
            return most;
        }
    }

    private final class Walk extends DocIdSetIterator {

        private final int from;
        private final int to;
        private final int docBase;
        private int at;

        Walk(int from, int to, int docBase) {
            this.from = from;
            this.to = to;
            this.docBase = docBase;
            this.at = from - 1;
        }

        @Override
        public int docID() {
            return at < from ? -1 : at < to ? docs[at].doc - docBase : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            do {
                at++;
            } while (docID() < target);
            return docID();
        }

        @Override
        public long cost() {
            return (long) to - from;
        }
    }

    @Override
    public String toString(String field) {
        return "scored";
    }
}
