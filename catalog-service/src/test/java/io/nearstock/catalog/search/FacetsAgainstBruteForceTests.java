package io.nearstock.catalog.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Rating;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each count of a facet is the total of the search that chooses just that value of it. */
class FacetsAgainstBruteForceTests {

    private static final long SEED = 20261125;
    private static final List<String> CATEGORIES = List.of("home", "home/kitchen", "home/kitchen/mugs", "bags");
    private static final List<String> BRANDS = List.of("Acorn", "Birch", "Cedar");
    private static final List<String> COLOURS = List.of("red", "Red", "green", "blue");

    @AutoClose
    private final SearchedCatalogue catalogue;

    private final Random random = new Random(SEED);

    FacetsAgainstBruteForceTests(@TempDir Path directory) throws IOException {
        catalogue = new SearchedCatalogue(directory);
    }

    /** Of many products another thread counts. */
    @ParameterizedTest
    @CsvSource({"300, 25", "20000, 4"})
    void countWhatChoosingWouldFind(int many, int searches) throws IOException {
        var products = new ArrayList<Product>();
        for (int number = 0; number < many; number++) {
            var product = anyProduct(number);
            products.add(product);
            for (int variants = random.nextInt(12) - 8; variants > 0; variants--) {
                products.add(anyVariant(product, number + "-" + variants));
            }
        }
        catalogue.sell(products);
        for (int search = 0; search < searches; search++) {
            check(anyFilters());
        }
    }

    private void check(Map<String, String> filters) {
        var facets = catalogue.find(query(filters)).facets();
        facets.category().forEach(value -> check(filters, "category", value));
        facets.brand().forEach(value -> check(filters, "brand", value));
        facets.attributes().forEach((name, values) -> values.forEach(value -> check(filters, name, value)));
        facets.price().forEach(range -> {
            var chosen = new TreeMap<>(filters);
            chosen.put("minPrice", String.valueOf(range.from()));
            chosen.put("maxPrice", String.valueOf(range.to() == null ? Long.MAX_VALUE : range.to() - 1));
            assertThat(catalogue.find(query(chosen)).total()).as("%s", chosen).isEqualTo(range.count());
        });
        facets.rating().forEach(stars -> {
            var chosen = new TreeMap<>(filters);
            chosen.put("minRating", String.valueOf(stars.from()));
            assertThat(catalogue.find(query(chosen)).total()).as("%s", chosen).isEqualTo(stars.count());
        });
    }

    private void check(Map<String, String> filters, String name, Facets.Value value) {
        var chosen = new TreeMap<>(filters);
        chosen.put(name, value.value());
        assertThat(catalogue.find(query(chosen)).total())
                .as("%s (seed %d)", chosen, SEED)
                .isEqualTo(value.count());
    }

    private static String query(Map<String, String> filters) {
        return filters.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + filter.getValue())
                .collect(joining("&"));
    }

    private Product anyProduct(int number) {
        var product = SearchedCatalogue.product(
                "S" + number,
                any(List.of("Tall cup", "Small cup", "Tall pan")),
                any(BRANDS),
                any(CATEGORIES),
                1 + random.nextInt(3_000),
                Map.of("colour", any(COLOURS), "size", any(List.of("S", "M"))));
        return random.nextInt(3) == 0 ? product : SearchedCatalogue.rated(product, anyStars());
    }

    private Product anyVariant(Product product, String number) {
        var options = Map.of("colour", any(COLOURS), "size", any(List.of("S", "M", "L")));
        var variant = SearchedCatalogue.variant(product, "S" + number, 1 + random.nextInt(3_000), options);
        return random.nextBoolean() ? variant : SearchedCatalogue.rated(variant, anyStars());
    }

    private Rating anyStars() {
        return new Rating(random.ints(5, 0, 4).boxed().toList());
    }

    private Map<String, String> anyFilters() {
        var filters = new TreeMap<String, String>();
        maybe(filters, "q", List.of("tall", "cup", "small pan"));
        maybe(filters, "category", CATEGORIES);
        maybe(filters, "brand", BRANDS);
        maybe(filters, "attr.colour", COLOURS);
        maybe(filters, "minPrice", List.of("100", "900"));
        maybe(filters, "minRating", List.of("1", "2.5", "4"));
        return filters;
    }

    private void maybe(Map<String, String> filters, String name, List<String> values) {
        if (random.nextBoolean()) {
            filters.put(name, any(values));
        }
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
