package io.nearstock.catalog.search;

import static io.nearstock.catalog.search.SearchedCatalogue.rated;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Rating;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Columns against the products themselves, in several segments, of which some have been written anew since. */
@TestInstance(Lifecycle.PER_CLASS)
class IndexColumnsTests {

    private static final long SEED = 20261129;

    /** More than are looked at at a time. */
    private static final int PRODUCTS = 4_500;

    private static final List<Double> SHARES = List.of(0.0, 0.01, 0.2, 0.45, 0.55, 0.9, 0.999, 1.0);
    private static final Set<FacetField> ALL = EnumSet.allOf(FacetField.class);

    @AutoClose
    private final SearchedCatalogue catalogue;

    private final Random random = new Random(SEED);

    IndexColumnsTests(@TempDir Path directory) throws IOException {
        catalogue = new SearchedCatalogue(directory);
        sell(0, PRODUCTS);
        sell(1_000, 1_500); // these once more, otherwise
        sell(1_400, 1_600);
    }

    /** Whether few are counted or many, which is done by what is left out. */
    @Test
    void countWhatThereIs() {
        forAnySets((columns, docs, items) -> {
            var counts = columns.count(docs, ALL);

            assertThat(counts.products()).isEqualTo(items.size());
            assertThat(counts.byCategory()).isEqualTo(counted(items, IndexColumnsTests::categories));
            assertThat(counts.brands().stream().collect(toMap(Facets.Value::value, Facets.Value::count)))
                    .isEqualTo(counted(items, item -> Stream.ofNullable(item.brand())));
            assertThat(counts.attributes().getOrDefault("attr.colour", List.of()).stream()
                            .collect(toMap(Facets.Value::value, Facets.Value::count)))
                    .isEqualTo(counted(
                            items, item -> Stream.ofNullable(item.attributes().get("colour"))));
            assertThat(counts.prices().stream()
                            .mapToInt(Facets.PriceRange::count)
                            .sum())
                    .isEqualTo(items.size());
        });
    }

    @Test
    void findWhatIsInARange() {
        forAnySets((columns, docs, items) -> {
            long from = random.nextInt(3_000);
            long to = from + random.nextInt(2_000);
            assertThat(columns.inRange(docs, NumberField.PRICE, from, to).cardinality())
                    .isEqualTo((int) items.stream()
                            .filter(item -> item.price().amount() >= from
                                    && item.price().amount() <= to)
                            .count());
        });
    }

    @Test
    void findWhatIsInStock() {
        catalogue.stock.hub("hub_near", "Near", new GeoPoint(51.5, -0.1), 1);
        catalogue.stock.hub("hub_far", "Far", new GeoPoint(57.1, -2.1), 1);
        for (int number = 0; number < PRODUCTS; number += 3) {
            catalogue.stock.level("S" + number, number % 2 == 0 ? "hub_near" : "hub_far", random.nextInt(2), 1);
        }
        var near = new Vicinity(new GeoPoint(51.4, 0), 50);
        forAnySets((columns, docs, items) -> {
            var inStock = catalogue.stock.inStock(near);
            assertThat(columns.ofSkus(docs, inStock).cardinality()).isEqualTo((int) items.stream()
                    .map(item -> catalogue.stock.of(item.sku()))
                    .filter(sku -> catalogue.stock.nearest(sku, near).isPresent())
                    .count());
        });
    }

    @FunctionalInterface
    private interface Check {
        void check(IndexColumns columns, FixedBitSet docs, List<SearchItem> items);
    }

    private void forAnySets(Check check) {
        catalogue.index.read((searcher, _) -> {
            assertThat(searcher.getIndexReader().leaves()).hasSizeGreaterThan(1);
            assertThat(searcher.getIndexReader().hasDeletions()).isTrue();
            for (var share : SHARES) {
                var docs = anyDocs(searcher, share);
                var columns = catalogue.columns.of(searcher.getIndexReader());
                check.check(columns, docs, items(searcher, docs));
            }
            return true;
        });
    }

    private FixedBitSet anyDocs(IndexSearcher searcher, double share) {
        var docs = new FixedBitSet(searcher.getIndexReader().maxDoc());
        for (var leaf : searcher.getIndexReader().leaves()) {
            var live = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if ((live == null || live.get(doc)) && random.nextDouble() < share) {
                    docs.set(leaf.docBase + doc);
                }
            }
        }
        return docs;
    }

    private List<SearchItem> items(IndexSearcher searcher, FixedBitSet docs) throws IOException {
        var items = new ArrayList<SearchItem>();
        for (int doc = 0; doc < docs.length(); doc++) {
            if (docs.get(doc)) {
                items.add(catalogue.index.item(searcher, doc, SearchedCatalogue.NOW));
            }
        }
        return items;
    }

    private static Map<String, Integer> counted(List<SearchItem> items, Function<SearchItem, Stream<String>> values) {
        return items.stream()
                .flatMap(values)
                .collect(groupingBy(Function.identity(), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().intValue()));
    }

    private static Stream<String> categories(SearchItem item) {
        return Stream.iterate(
                item.category(),
                path -> !path.isEmpty(),
                path -> path.substring(0, Math.max(0, path.lastIndexOf('/'))));
    }

    private void sell(int from, int to) throws IOException {
        catalogue.sell(IntStream.range(from, to).mapToObj(this::anyProduct).toList());
    }

    private Product anyProduct(int number) {
        var product = SearchedCatalogue.product(
                "S" + number,
                "Cup",
                random.nextInt(4) == 0 ? null : "Brand " + random.nextInt(30),
                any(List.of("home", "home/kitchen", "home/kitchen/mugs", "bags")),
                1 + random.nextInt(6_000),
                random.nextInt(5) == 0 ? Map.of() : Map.of("colour", any(List.of("red", "green", "blue"))));
        return random.nextInt(3) == 0
                ? product
                : rated(product, new Rating(random.ints(5, 0, 4).boxed().toList()));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
