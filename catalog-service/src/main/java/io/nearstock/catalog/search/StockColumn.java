package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stock of each product of the index, looked up by SKU once for a segment and by number ever after. */
@Component
final class StockColumn {

    /** The products of one segment. */
    static final class Segment {

        private final SortedDocValues skus;
        private final SkuStock[] stock;

        Segment(SortedDocValues skus, SkuStock[] stock) {
            this.skus = skus;
            this.stock = stock;
        }

        @Nullable
        SkuStock of(int doc) throws IOException {
            return skus.advanceExact(doc) ? stock[skus.ordValue()] : null;
        }
    }

    private final StockBoard board;
    private final Map<CacheKey, SkuStock[]> segments = new ConcurrentHashMap<>();

    StockColumn(StockBoard board) {
        this.board = board;
    }

    Segment of(LeafReaderContext leaf) throws IOException {
        var cache = leaf.reader().getCoreCacheHelper();
        var known = segments.get(cache.getKey());
        var skus = DocValues.getSorted(leaf.reader(), ProductDocuments.SKU);
        if (known == null) {
            known = lookUp(DocValues.getSorted(leaf.reader(), ProductDocuments.SKU));
            if (segments.putIfAbsent(cache.getKey(), known) == null) {
                cache.addClosedListener(segments::remove);
            }
        }
        return new Segment(skus, known);
    }

    private SkuStock[] lookUp(SortedDocValues skus) throws IOException {
        var stock = new SkuStock[skus.getValueCount()];
        for (int ordinal = 0; ordinal < stock.length; ordinal++) {
            stock[ordinal] = board.of(skus.lookupOrd(ordinal).utf8ToString());
        }
        return stock;
    }
}
