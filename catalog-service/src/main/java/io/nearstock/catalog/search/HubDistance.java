package io.nearstock.catalog.search;

import io.nearstock.catalog.search.StockBoard.NearHub;
import java.util.List;
import org.apache.lucene.util.NumericUtils;

/** How far the nearest hub is that has a product, in kilometres; what nobody has is infinitely far. */
record HubDistance(List<NearHub> nearestFirst) implements SortKeys {

    @Override
    public void of(SegmentColumns segment, int begin, int[] docs, int many, long[] keys) {
        for (int at = 0; at < many; at++) {
            keys[at] = NumericUtils.doubleToSortableLong(kilometres(segment.skus()[docs[at]]));
        }
    }

    private double kilometres(int sku) {
        for (var hub : nearestFirst) {
            if (hub.has().get(sku)) {
                return hub.kilometres();
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
