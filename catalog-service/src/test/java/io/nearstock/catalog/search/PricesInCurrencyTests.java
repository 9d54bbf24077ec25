package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.search.SearchedCatalogue.NOW;
import static io.nearstock.catalog.search.SearchedCatalogue.product;
import static io.nearstock.catalog.search.SearchedCatalogue.rated;
import static io.nearstock.catalog.search.SearchedCatalogue.variant;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Rating;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.web.UnmetRequestException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A catalogue with price lists, and one where what has a price in the currency has it as its own and nothing else is: what
 * the one finds in the currency the other has to find in its own.
 */
class PricesInCurrencyTests {

    private static final long SEED = 20261131;
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    @AutoClose
    private final SearchedCatalogue catalogue;

    @AutoClose
    private final SearchedCatalogue converted;

    private final Random random = new Random(SEED);
    private final List<Product> products = new ArrayList<>();
    private final Map<String, Long> listed = new HashMap<>();

    PricesInCurrencyTests(@TempDir Path one, @TempDir Path other) throws IOException {
        catalogue = new SearchedCatalogue(one);
        converted = new SearchedCatalogue(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "GBP"})
    void areFoundFilteredSortedAndCountedLikeProductsOwn(String currency) throws IOException {
        sell(1500);
        list(currency, products);
        list(currency, products.subList(100, 400));
        convert(currency.equals("GBP"));
        for (int search = 0; search < 120; search++) {
            check(anyQuery(), currency);
        }
    }

    /** One who is told of another price later still has the one before. */
    @Test
    void standStillForWhoeverHasBegun() throws IOException {
        catalogue.sell(product("S1", "Cup"));
        catalogue.prices.tell("EUR", Map.of("S1", 5L));
        var begun = catalogue.prices.in("EUR");
        catalogue.prices.tell("EUR", Map.of("S1", 7L));
        var item = catalogue.find("q=cup").items().getFirst();
        var sku = catalogue.stock.of("S1").number();

        assertThat(begun.show(item, sku).price()).isEqualTo(new Money(5, "EUR"));
        assertThat(catalogue.prices.in("EUR").show(item, sku).price()).isEqualTo(new Money(7, "EUR"));
    }

    @Test
    void knowOffersOfProductsOwnAlone() throws IOException {
        catalogue.sell(reduced("S1"), reduced("S2"));
        catalogue.prices.tell("GBP", Map.of("S2", 40L));

        var offers = catalogue.find("onOffer=true&currency=GBP").items();

        assertThat(offers).extracting(SearchItem::sku).containsExactly("S1");
        assertThat(offers.getFirst().listPrice()).isEqualTo(new Money(100, "GBP"));
        assertThat(catalogue.find("sort=price&currency=GBP").items())
                .extracting(SearchItem::sku, SearchItem::listPrice)
                .contains(tuple("S2", null));
        assertThatExceptionOfType(UnmetRequestException.class)
                .isThrownBy(() -> catalogue.find("onOffer=true&currency=EUR"))
                .matches(refused -> refused.code().equals("invalid_parameter"));
    }

    /** A cursor says after which price a page ends, which means nothing in another currency. */
    @Test
    void refuseACursorOfAnotherCurrency() throws IOException {
        catalogue.sell(product("S1", "Cup"), product("S2", "Cup"));
        catalogue.prices.tell("EUR", Map.of("S1", 5L, "S2", 6L));
        var cursor = catalogue.page("sort=price&currency=EUR", 1, null).nextCursor();

        assertThat(catalogue.page("sort=price&currency=EUR", 1, cursor).items())
                .extracting(SearchItem::sku)
                .containsExactly("S2");
        for (var other : List.of("sort=price", "sort=price&currency=GBP")) {
            assertThatExceptionOfType(UnmetRequestException.class)
                    .isThrownBy(() -> catalogue.page(other, 1, cursor))
                    .matches(refused -> refused.code().equals("invalid_cursor"));
        }
    }

    private static Product reduced(String sku) {
        var details = product(sku, "Cup").details();
        var before = Product.offer("prd_" + sku, sku, details, by(NOW.minusSeconds(9)))
                .product();
        var after = before.describe(details.costing(new Money(60, "GBP")), by(NOW.minusSeconds(5)));
        return ((Progress) after).product();
    }

    private void check(String query, String currency) {
        var asked = query + "&currency=" + currency;
        var found = catalogue.find(asked);
        var expected = converted.find(query);

        assertThat(catalogue.skus(asked)).as("%s (seed %d)", asked, SEED).isEqualTo(converted.skus(query));
        assertThat(found.total()).as(asked).isEqualTo(expected.total());
        assertThat(found.facets()).as(asked).isEqualTo(expected.facets());
        assertThat(found.items())
                .extracting(
                        item -> item.price().amount(),
                        item -> item.price().currency(),
                        PricesInCurrencyTests::answering)
                .as(asked)
                .isEqualTo(expected.items().stream()
                        .map(item -> tuple(item.price().amount(), currency, answering(item)))
                        .toList());
    }

    /** The other catalogue does not know that it has variants when none of them has a price. */
    private static int answering(SearchItem item) {
        return item.variants() == null ? 1 : item.variants();
    }

    /** Most of them; lists say something else of some, and nothing of others any more. */
    private void list(String currency, List<Product> some) {
        var told = some.stream()
                .filter(_ -> random.nextInt(4) > 0)
                .collect(toMap(Product::sku, _ -> random.nextInt(6) == 0 ? 0L : anyPrice()));
        catalogue.prices.tell(currency, told);
        listed.putAll(told);
    }

    private void convert(boolean isCatalogues) throws IOException {
        var priced = products.stream()
                .flatMap(product -> {
                    var amount = listed.getOrDefault(product.sku(), 0L);
                    return amount > 0
                            ? Stream.of(product.at(new Money(amount, "GBP")))
                            : isCatalogues ? Stream.of(product) : Stream.of();
                })
                .toList();
        converted.sell(priced);
    }

    private void sell(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            var product = anyProduct(number);
            products.add(product);
            for (int variants = random.nextInt(9) - 5; variants > 0; variants--) {
                products.add(anyVariant(product, number + "-" + variants));
            }
        }
        var half = products.size() / 2;
        catalogue.sell(products.subList(0, half));
        catalogue.sell(products.subList(half, products.size()));
    }

    private Product anyProduct(int number) {
        var name = any(List.of("Tall cup", "Small cup of tin", "Tall pan", "Cup"));
        return maybeRated(product(
                "S" + number, name, any(List.of("Acorn", "Birch")), "home", anyPrice(), Map.of("cloth", "linen")));
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
    private long anyPrice() {
        return 100L * (1 + random.nextInt(30));
    }

    private String anyQuery() {
        return any(List.of("q=tall", "q=cup", "q=cup red", "category=home", "brand=acorn"))
                + any(List.of("&sort=price", "&sort=-price", "&sort=newest", "&sort=rating"))
                + any(List.of("", "&attr.colour=red", "&attr.colour=red&attr.size=S"))
                + any(List.of("", "&minPrice=300", "&minPrice=200&maxPrice=900", "&maxPrice=0"))
                + any(List.of("", "", "&minRating=3"));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
