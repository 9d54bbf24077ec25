package io.nearstock.catalog.search;

import io.nearstock.catalog.search.Facets.PriceRange;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts all that a search finds, by category (and each above it), brand, price and attributes. */
final class FacetCounts implements Collector {

    private static final long[] PRICES = {0, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000};

    private final ValueCounts categories = new ValueCounts();
    private final ValueCounts brands = new ValueCounts();
    private final ValueCounts attributes = new ValueCounts();
    private final int[] prices = new int[PRICES.length];
    private int total;

    static CollectorManager<FacetCounts, FacetCounts> counting() {
        return new CollectorManager<>() {

            @Override
            public FacetCounts newCollector() {
                return new FacetCounts();
            }

            @Override
            public FacetCounts reduce(Collection<FacetCounts> parts) {
                var whole = new FacetCounts();
                parts.forEach(whole::add);
                return whole;
            }
        };
    }

    int total() {
        return total;
    }

    Map<String, Integer> categories() {
        return categories.byValue();
    }

    Facets facets() {
        return new Facets(categories.values(), brands.valuesOfAnyCase(), ranges(), attributes.byName());
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        var reader = context.reader();
        return new Leaf(
                List.of(
                        new ValueColumn(DocValues.getSortedSet(reader, ProductDocuments.CATEGORY), categories),
                        new ValueColumn(DocValues.getSortedSet(reader, ProductDocuments.BRAND), brands),
                        new ValueColumn(DocValues.getSortedSet(reader, ProductDocuments.ATTRIBUTE), attributes)),
                DocValues.getNumeric(reader, ProductDocuments.PRICE));
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    private void add(FacetCounts part) {
        categories.addAll(part.categories);
        brands.addAll(part.brands);
        attributes.addAll(part.attributes);
        for (int range = 0; range < prices.length; range++) {
            prices[range] += part.prices[range];
        }
        total += part.total;
    }

    private List<PriceRange> ranges() {
        return IntStream.range(0, PRICES.length)
                .filter(range -> prices[range] > 0)
                .mapToObj(range -> new PriceRange(PRICES[range], end(range), prices[range]))
                .toList();
    }

    private static @Nullable Long end(int range) {
        return range + 1 < PRICES.length ? PRICES[range + 1] : null;
    }

    private static int range(long price) {
        int range = 0;
        while (range + 1 < PRICES.length && PRICES[range + 1] <= price) {
            range++;
        }
        return range;
    }

    private final class Leaf implements LeafCollector {

        private final List<ValueColumn> columns;
        private final NumericDocValues price;

        Leaf(List<ValueColumn> columns, NumericDocValues price) {
            this.columns = columns;
            this.price = price;
        }

        @Override
        public void setScorer(Scorable scorer) {
            // what counts is that it was found
        }

        @Override
        public void collect(int doc) throws IOException {
            total++;
            for (var column : columns) {
                column.count(doc);
            }
            if (price.advanceExact(doc)) {
                prices[range(price.longValue())]++;
            }
        }

        @Override
        public void finish() throws IOException {
            for (var column : columns) {
                column.finish();
            }
        }
    }
}
