package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.search.SearchedCatalogue.NOW;
import static io.nearstock.catalog.search.SearchedCatalogue.product;
import static io.nearstock.catalog.search.SearchedCatalogue.rated;
import static io.nearstock.catalog.search.SearchedCatalogue.variant;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Rating;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same products lie in two catalogues, in one of them each by itself: what it finds, of each product the first, is
 * what the other has to find.
 */
class VariantsAgainstBruteForceTests {

    private static final long SEED = 20261129;
    private static final List<String> ORDERS = List.of("relevance", "price", "-price", "newest", "rating", "distance");
    private static final List<String> COLOURS = List.of("red", "green", "blue");
    private static final String YORK = "near=53.9590,-1.0815";

    @AutoClose
    private final SearchedCatalogue catalogue;

    @AutoClose
    private final SearchedCatalogue alone;

    private final Random random = new Random(SEED);
    private final List<Product> products = new ArrayList<>();

    /** By the SKU of each that is not alone. */
    private final Map<String, String> families = new HashMap<>();

    VariantsAgainstBruteForceTests(@TempDir Path one, @TempDir Path other) throws IOException {
        catalogue = new SearchedCatalogue(one);
        alone = new SearchedCatalogue(other);
        for (var each : List.of(catalogue, alone)) {
            each.stock.hub("hub_leeds", "Leeds", new GeoPoint(53.8008, -1.5491), 1);
            each.stock.hub("hub_london", "London", new GeoPoint(51.5072, -0.1276), 1);
        }
    }

    @Test
    void findEachProductOnceByTheFirstOfItsVariants() throws IOException {
        sell(200);
        for (var order : ORDERS) {
            for (int search = 0; search < 20; search++) {
                check(anyQuery() + "&sort=" + order + "&" + YORK);
            }
        }
    }

    /** Whoever turns pages sees the products as they were, whichever variants come meanwhile. */
    @Test
    void turnPagesWithoutRepetitionOrGapWhileVariantsCome() throws IOException {
        sell(60);
        for (var order : ORDERS) {
            var query = "q=cup&sort=" + order + "&" + YORK;
            var expected = catalogue.skus(query);
            var found = new ArrayList<String>();
            var page = catalogue.page(query, 5, null);
            page.items().forEach(item -> found.add(item.sku()));
            while (page.nextCursor() != null) {
                comeMore(order + found.size());
                page = catalogue.page(query, 5, page.nextCursor());
                page.items().forEach(item -> found.add(item.sku()));
            }
            assertThat(found).as(order).isEqualTo(expected).doesNotHaveDuplicates();
        }
    }

    private void comeMore(String number) throws IOException {
        var product =
                any(products.stream().filter(one -> one.variantOf() == null).toList());
        catalogue.sell(variant(product, "NEW-" + number, 1, Map.of("colour", "new " + number)));
    }

    private void check(String query) {
        var flat = alone.skus(query);
        var firsts = new LinkedHashMap<String, String>();
        flat.forEach(sku -> firsts.putIfAbsent(family(sku), sku));
        var found = catalogue.find(query);

        assertThat(catalogue.skus(query)).as("%s (seed %d)", query, SEED).containsExactlyElementsOf(firsts.values());
        assertThat(found.total()).as(query).isEqualTo(firsts.size());
        var sizes = flat.stream().collect(groupingBy(this::family)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().size()));
        found.items()
                .forEach(item -> assertThat(item.variants())
                        .as(item.sku())
                        .isEqualTo(isAlone(item.sku()) ? null : sizes.get(family(item.sku()))));
    }

    private String family(String sku) {
        return families.getOrDefault(sku, sku);
    }

    private boolean isAlone(String sku) {
        return !families.containsKey(sku);
    }

    /** In any order, in several segments. */
    private void sell(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            var product = anyProduct(number);
            products.add(product);
            for (int variants = random.nextInt(9) - 4; variants > 0; variants--) {
                products.add(anyVariant(product, number + "-" + variants));
                families.put("S" + number + "-" + variants, product.sku());
                families.put(product.sku(), product.sku());
            }
        }
        Collections.shuffle(products, random);
        for (int from = 0; from < products.size(); from += 70) {
            var some = products.subList(from, Math.min(from + 70, products.size()));
            catalogue.sell(some);
            alone.sell(
                    some.stream().map(VariantsAgainstBruteForceTests::byItself).toList());
        }
        products.forEach(this::fillHubs);
    }

    private void fillHubs(Product product) {
        var leeds = random.nextInt(2);
        var london = random.nextInt(2);
        for (var each : List.of(catalogue, alone)) {
            each.stock.level(product.sku(), "hub_leeds", leeds, 1);
            each.stock.level(product.sku(), "hub_london", london, 1);
        }
    }

    private static Product byItself(Product product) {
        var details = product.details();
        var flat = new ProductDetails(
                details.name(), null, details.brand(), details.category(), details.price(), details.traits());
        var alone = Product.begin(product.id(), product.sku(), null, flat, ProductStatus.ACTIVE, by(NOW))
                .product();
        return product.rating() == null ? alone : rated(alone, product.rating());
    }

    private Product anyProduct(int number) {
        var name = any(List.of("Tall cup", "Small cup of tin", "Tall pan", "Cup"));
        return maybeRated(product("S" + number, name, "Acorn", "home", anyPrice(), Map.of("cloth", "linen")));
    }

    private Product anyVariant(Product product, String number) {
        var options = Map.of("colour", any(COLOURS), "size", any(List.of("S", "M")));
        return maybeRated(variant(product, "S" + number, anyPrice(), options));
    }

    private Product maybeRated(Product product) {
        return random.nextBoolean()
                ? product
                : rated(product, new Rating(random.ints(5, 0, 4).boxed().toList()));
    }

    /** Often the same. */
    private int anyPrice() {
        return 100 * (1 + random.nextInt(8));
    }

    private String anyQuery() {
        return any(List.of("q=tall", "q=cup", "q=cup red", "q=small", "category=home"))
                + any(List.of("", "&attr.colour=red", "&attr.colour=red&attr.colour=blue&attr.size=S"))
                + any(List.of("", "&minPrice=300", "&minPrice=200&maxPrice=500"))
                + any(List.of("", "", "&minRating=3"))
                + any(List.of("", "&inStock=true", "&radiusKm=60"));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
