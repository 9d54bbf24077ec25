package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts all that a search finds, by category, brand and price. */
final class FacetCounts implements Collector {

    /** Up to a hundred values of a facet, the most frequent first. */
    record Value(String value, int count) {}

    /** From a price to the next, in minor units; the last has no end. */
    record PriceRange(long from, @Nullable Long to, int count) {}

    record Facets(List<Value> category, List<Value> brand, List<PriceRange> price) {}

    private static final long[] PRICES = {0, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000};
    private static final int MOST = 100;

    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, Integer> brands = new HashMap<>();
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
        return new TreeMap<>(categories);
    }

    Facets facets() {
        return new Facets(values(categories), values(brands), ranges());
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        var reader = context.reader();
        return new Leaf(
                new Column(DocValues.getSorted(reader, ProductDocuments.CATEGORY), categories),
                new Column(DocValues.getSorted(reader, ProductDocuments.BRAND), brands),
                DocValues.getNumeric(reader, ProductDocuments.PRICE));
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    private void add(FacetCounts part) {
        part.categories.forEach((value, count) -> categories.merge(value, count, Integer::sum));
        part.brands.forEach((value, count) -> brands.merge(value, count, Integer::sum));
        for (int range = 0; range < prices.length; range++) {
            prices[range] += part.prices[range];
        }
        total += part.total;
    }

    private static List<Value> values(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Value(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Value::count).reversed().thenComparing(Value::value))
                .limit(MOST)
                .toList();
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

    /** Counts ordinals, and looks their words up once at the end. */
    private static final class Column {

        private final SortedDocValues values;
        private final int[] counts;
        private final Map<String, Integer> target;

        Column(SortedDocValues values, Map<String, Integer> target) {
            this.values = values;
            this.counts = new int[values.getValueCount()];
            this.target = target;
        }

        void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                counts[values.ordValue()]++;
            }
        }

        void finish() throws IOException {
            for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                if (counts[ordinal] > 0) {
                    target.merge(values.lookupOrd(ordinal).utf8ToString(), counts[ordinal], Integer::sum);
                }
            }
        }
    }

    private final class Leaf implements LeafCollector {

        private final Column category;
        private final Column brand;
        private final NumericDocValues price;

        Leaf(Column category, Column brand, NumericDocValues price) {
            this.category = category;
            this.brand = brand;
            this.price = price;
        }

        @Override
        public void setScorer(Scorable scorer) {
            // what counts is that it was found
        }

        @Override
        public void collect(int doc) throws IOException {
            total++;
            category.count(doc);
            brand.count(doc);
            if (price.advanceExact(doc)) {
                prices[range(price.longValue())]++;
            }
        }

        @Override
        public void finish() throws IOException {
            category.finish();
            brand.finish();
        }
    }
}
