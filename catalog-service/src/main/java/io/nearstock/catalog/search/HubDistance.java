package io.nearstock.catalog.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** How far the nearest hub is that has a product, in kilometres; what nobody has is infinitely far. */
final class HubDistance extends DoubleValuesSource {

    private final StockBoard board;
    private final StockColumn column;
    private final Vicinity vicinity;

    HubDistance(StockBoard board, StockColumn column, Vicinity vicinity) {
        this.board = board;
        this.column = column;
        this.vicinity = vicinity;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        var segment = column.of(leaf);
        return new DoubleValues() {

            private double kilometres = Double.POSITIVE_INFINITY;

            @Override
            public double doubleValue() {
                return kilometres;
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                var stock = segment.of(doc);
                kilometres = stock == null
                        ? Double.POSITIVE_INFINITY
                        : board.nearest(stock, vicinity)
                                .map(StockBoard.Source::kilometres)
                                .orElse(Double.POSITIVE_INFINITY);
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "hubDistance";
    }
}
