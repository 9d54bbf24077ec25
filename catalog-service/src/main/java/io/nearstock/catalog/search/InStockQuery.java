package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Matches products by their stock, which lies outside the index; asked last, of what all else has let through. */
final class InStockQuery extends OneSearchQuery {

    private static final float COST_OF_ASKING = 100;

    private final StockColumn column;
    private final Predicate<SkuStock> wanted;

    InStockQuery(StockColumn column, Predicate<SkuStock> wanted) {
        this.column = column;
        this.wanted = wanted;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                var all = DocIdSetIterator.all(context.reader().maxDoc());
                return new Weight.DefaultScorerSupplier(
                        new ConstantScoreScorer(score(), mode, asking(column.of(context), all)));
            }

            // stock moves while the index stands still
            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    private TwoPhaseIterator asking(StockColumn.Segment segment, DocIdSetIterator all) {
        return new TwoPhaseIterator(all) {

            @Override
            public boolean matches() throws IOException {
                var stock = segment.of(all.docID());
                return stock != null && wanted.test(stock);
            }

            @Override
            public float matchCost() {
                return COST_OF_ASKING;
            }
        };
    }

    @Override
    public String toString(String field) {
        return "inStock";
    }
}
