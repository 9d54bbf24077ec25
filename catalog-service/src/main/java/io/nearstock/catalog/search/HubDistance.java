package io.nearstock.catalog.search;

import io.nearstock.catalog.search.StockBoard.NearHub;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** How far the nearest hub is that has a product, in kilometres; what nobody has is infinitely far. */
final class HubDistance extends DoubleValuesSource {

    private final Columns columns;
    private final List<NearHub> hubs;

    HubDistance(Columns columns, List<NearHub> nearestFirst) {
        this.columns = columns;
        this.hubs = nearestFirst;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) {
        var skus = columns.of(leaf.reader()).skus();
        return new DoubleValues() {

            private int sku;

            @Override
            public double doubleValue() {
                return kilometres(sku);
            }

            @Override
            public boolean advanceExact(int doc) {
                sku = skus[doc];
                return true;
            }
        };
    }

    private double kilometres(int sku) {
        for (var hub : hubs) {
            if (hub.has().get(sku)) {
                return hub.kilometres();
            }
        }
        return Double.POSITIVE_INFINITY;
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
