package io.nearstock.catalog.search;

import io.nearstock.catalog.search.Facets.PriceRange;
import io.nearstock.catalog.search.Facets.RatingFrom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts all products that a search finds, each once with its variants, by category (and each above it), brand, price, stars and attributes. */
final class FacetCounts implements Collector {

    private static final long[] PRICES = {0, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000};

    private static final int MOST_STARS = 5;

    final ValueCounts categories = new ValueCounts();
    final ValueCounts brands = new ValueCounts();
    final ValueCounts attributes = new ValueCounts();
    private final int[] prices = new int[PRICES.length];
    private final int[] stars = new int[MOST_STARS + 1];
    private final BitSet inFamilies = new BitSet();
    private int total;

    static CollectorManager<FacetCounts, FacetCounts> counting(IndexReader reader) {
        return new CollectorManager<>() {

            @Override
            public FacetCounts newCollector() {
                return new FacetCounts();
            }

            @Override
            public FacetCounts reduce(Collection<FacetCounts> parts) throws IOException {
                var whole = new FacetCounts();
                parts.forEach(whole::add);
                new CountFamilies(whole).count(reader, whole.inFamilies);
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
        return new Facets(categories.values(), brands.valuesOfAnyCase(), ranges(), ratings(), attributes.byName());
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        var reader = context.reader();
        return new Leaf(
                List.of(
                        new ValueColumn(DocValues.getSortedSet(reader, ProductDocuments.CATEGORY), categories),
                        new ValueColumn(DocValues.getSortedSet(reader, ProductDocuments.BRAND), brands),
                        new ValueColumn(DocValues.getSortedSet(reader, ProductDocuments.ATTRIBUTE), attributes)),
                DocValues.getNumeric(reader, ProductDocuments.PRICE),
                DocValues.getNumeric(reader, ProductDocuments.RATING),
                DocValues.getNumeric(reader, Families.COLUMN),
                context.docBase);
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
        for (int count = 0; count < stars.length; count++) {
            stars[count] += part.stars[count];
        }
        total += part.total;
        inFamilies.or(part.inFamilies);
    }

    void addPrice(int range) {
        prices[range]++;
    }

    void addProduct(int itsStars) {
        stars[itsStars]++;
        total++;
    }

    private List<PriceRange> ranges() {
        return IntStream.range(0, PRICES.length)
                .filter(range -> prices[range] > 0)
                .mapToObj(range -> new PriceRange(PRICES[range], end(range), prices[range]))
                .toList();
    }

    /** The most stars first; who has none is nowhere. */
    private List<RatingFrom> ratings() {
        var ratings = new ArrayList<RatingFrom>();
        var found = 0;
        for (int least = MOST_STARS; least > 0; least--) {
            found += stars[least];
            if (stars[least] > 0) {
                ratings.add(new RatingFrom(least, found));
            }
        }
        return List.copyOf(ratings);
    }

    private static @Nullable Long end(int range) {
        return range + 1 < PRICES.length ? PRICES[range + 1] : null;
    }

    static int range(long price) {
        int range = 0;
        while (range + 1 < PRICES.length && PRICES[range + 1] <= price) {
            range++;
        }
        return range;
    }

    private final class Leaf implements LeafCollector {

        private final List<ValueColumn> columns;
        private final NumericDocValues price;
        private final NumericDocValues rating;
        private final NumericDocValues family;
        private final int docBase;

        Leaf(
                List<ValueColumn> columns,
                NumericDocValues price,
                NumericDocValues rating,
                NumericDocValues family,
                int docBase) {
            this.columns = columns;
            this.price = price;
            this.rating = rating;
            this.family = family;
            this.docBase = docBase;
        }

        @Override
        public void setScorer(Scorable scorer) {
            // what counts is that it was found
        }

        @Override
        public void collect(int doc) throws IOException {
            if (family.advanceExact(doc)) {
                inFamilies.set(docBase + doc);
                return;
            }
            total++;
            for (var column : columns) {
                column.count(doc);
            }
            if (price.advanceExact(doc)) {
                prices[range(price.longValue())]++;
            }
            if (rating.advanceExact(doc)) {
                stars[(int) (rating.longValue() / 100)]++;
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
