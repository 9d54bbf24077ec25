package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.search.SearchedCatalogue.NOW;
import static io.nearstock.catalog.search.SearchedCatalogue.bought;
import static io.nearstock.catalog.search.SearchedCatalogue.product;
import static io.nearstock.catalog.search.SearchedCatalogue.rated;
import static io.nearstock.catalog.search.SearchedCatalogue.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.Rating;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.search.Facets.RatingFrom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchProductsTests {

    @AutoClose
    private final SearchedCatalogue catalogue;

    SearchProductsTests(@TempDir Path directory) throws IOException {
        catalogue = new SearchedCatalogue(directory);
    }

    @BeforeEach
    void sell() throws IOException {
        catalogue.sell(
                product("L", "White metal lantern", "Heartwood", "home/lighting", 500, Map.of("colour", "White")),
                product("M", "Café mug with hearts", "Heartwood", "home/kitchen/mugs", 300, Map.of("colour", "white")),
                product("B", "Enamel beaker", "Tin & Co", "home/kitchen", 400, Map.of("colour", "Blue")),
                product("T-9", "T-light candles", null, "home/lighting", 900, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        words                  | find
        LANTERNS               | L
        cafe                   | M
        lantren                | L
        kandles                |
        candels                | T-9
        mugs                   | M,B
        beaker                 | B,M
        kitchen mug            | M,B
        heartwood lantern      | L
        t-9                    | T-9
        the mug of hearts      | M
        blue                   | B
        metal elephant         |
        white metal elephant   | L
        ")(+                   |
        """)
    void findsWhatIsMeant(String words, String skus) {
        assertThat(catalogue.skus("q=" + words)).containsExactly(skus == null ? new String[0] : skus.split(","));
    }

    @Test
    void countsAFacetWithoutWhatIsChosenOfIt() {
        var facets = catalogue.find("attr.colour=blue&category=home").facets();

        assertThat(facets.attributes().get("attr.colour"))
                .containsExactly(new Facets.Value("White", 2), new Facets.Value("Blue", 1));
        assertThat(facets.brand()).containsExactly(new Facets.Value("Tin & Co", 1));
        assertThat(facets.category()).containsExactly(new Facets.Value("home", 1), new Facets.Value("home/kitchen", 1));
    }

    @Test
    void completesTheLastWordToWhatThereIs() {
        assertThat(catalogue.suggest.suggest("whi").items()).containsExactly(new SuggestWords.Suggestion("white", 2));
        assertThat(catalogue.suggest.suggest("white la").items())
                .containsExactly(new SuggestWords.Suggestion("white lantern", 1));
        assertThat(catalogue.suggest.suggest("blue la").items()).isEmpty();
        assertThat(catalogue.suggest.suggest(" ").items()).isEmpty();
    }

    @Test
    void sortsByDistanceAndForgetsAtOnceWhatIsSold() {
        catalogue.stock.hub("hub_leeds", "Leeds", new GeoPoint(53.8008, -1.5491), 1);
        catalogue.stock.hub("hub_london", "London", new GeoPoint(51.5072, -0.1276), 1);
        catalogue.stock.level("L", "hub_leeds", 2, 1);
        catalogue.stock.level("B", "hub_london", 2, 1);
        catalogue.stock.level("M", "hub_london", 9, 1);
        catalogue.stock.level("M", "hub_leeds", 1, 1);
        var york = "near=53.9590,-1.0815";

        assertThat(catalogue.skus("sort=distance&" + york)).containsExactly("L", "M", "B", "T-9");
        assertThat(catalogue.skus(york + "&radiusKm=50&sort=price")).containsExactly("M", "L");
        var nearest = catalogue.find("q=beaker&" + york).items().getFirst().nearest();
        assertThat(nearest).isNotNull().satisfies(hub -> {
            assertThat(hub.distanceKm()).isBetween(270.0, 290.0);
            assertThat(hub.promisedDate()).isEqualTo(LocalDate.of(2026, 11, 3));
        });

        catalogue.stock.level("M", "hub_leeds", 0, 2);
        assertThat(catalogue.skus(york + "&radiusKm=50")).containsExactly("L");
        assertThat(catalogue.skus("inStock=true&sort=price")).containsExactly("M", "B", "L");
    }

    @Test
    void putsANewPriceInItsPlace() throws IOException {
        catalogue.index.put(List.of(
                product("L", "White metal lantern", "Heartwood", "home/lighting", 250, Map.of("colour", "White"))));
        catalogue.index.refresh();

        assertThat(catalogue.skus("sort=price")).containsExactly("L", "M", "B", "T-9");
        assertThat(catalogue.skus("maxPrice=250")).containsExactly("L");
        assertThat(catalogue.find("q=lantern").items().getFirst().price().amount())
                .isEqualTo(250);
    }

    @Test
    void sortsByStarsAsIfMoreHadGivenTheUsual() throws IOException {
        catalogue.sell(
                rated(product("ONE", "Kettle of one friend"), new Rating(List.of(0, 0, 0, 0, 1))),
                rated(product("MANY", "Kettle of many"), new Rating(List.of(0, 0, 0, 20, 80))),
                rated(product("POOR", "Kettle of nobody"), new Rating(List.of(9, 1, 0, 0, 0))),
                product("NONE", "Kettle unknown"));

        assertThat(catalogue.skus("q=kettle&sort=rating")).containsExactly("MANY", "ONE", "NONE", "POOR");
        assertThat(catalogue.skus("q=kettle&minRating=4.9")).containsExactly("ONE");
        assertThat(catalogue.find("q=kettle").facets().rating())
                .containsExactly(new RatingFrom(5, 1), new RatingFrom(4, 2), new RatingFrom(1, 3));
    }

    @Test
    void showsTheVariantThatIsAskedFor() throws IOException {
        var shirt = product("LS", "Linen shirt", "Loom", "clothes", 1500, Map.of("colour", "White"));
        catalogue.sell(
                shirt,
                variant(shirt, "LS-R", 1700, Map.of("colour", "Red")),
                variant(shirt, "LS-G", 1200, Map.of("colour", "green")));

        assertThat(catalogue.skus("q=shirt&sort=price")).containsExactly("LS-G");
        assertThat(catalogue.skus("q=shirt&minPrice=1300&sort=price")).containsExactly("LS");
        assertThat(catalogue.skus("q=red shirt")).containsExactly("LS-R");
        assertThat(catalogue.find("q=shirt").facets().attributes().get("attr.colour"))
                .containsExactlyInAnyOrder(
                        new Facets.Value("Red", 1), new Facets.Value("White", 1), new Facets.Value("green", 1));
        assertThat(catalogue.find("attr.colour=red").items()).singleElement().satisfies(item -> {
            assertThat(item.variantOf()).isEqualTo("prd_LS");
            assertThat(item.options()).containsEntry("colour", "Red");
            assertThat(item.variants()).isEqualTo(1);
        });
    }

    @Test
    void sortsByDeliveriesTheOlderTheLighter() throws IOException {
        var twoWeeksAgo = NOW.minus(Duration.ofDays(14));
        catalogue.sell(
                bought(product("STEADY", "Pan of now"), 3, NOW),
                bought(product("ONCE", "Pan of then"), 4, twoWeeksAgo),
                bought(product("RISING", "Pan of two"), 2, NOW.minus(Duration.ofDays(1))),
                product("NEVER", "Pan of nobody"),
                product("NOR", "Pan of nobody either"));

        assertThat(catalogue.skus("q=pan&sort=popularity")).containsExactly("STEADY", "RISING", "ONCE", "NEVER", "NOR");
        var first = catalogue.page("q=pan&sort=popularity", 2, null);
        catalogue.index.put(List.of(bought(product("NEVER", "Pan of nobody"), 50, NOW)));
        catalogue.index.refresh();
        assertThat(catalogue
                        .page("q=pan&sort=popularity", 9, first.nextCursor())
                        .items())
                .extracting(SearchItem::sku)
                .containsExactly("ONCE", "NEVER", "NOR");
        assertThat(catalogue.skus("q=pan&sort=popularity")).startsWith("NEVER", "STEADY");
    }

    @Test
    void isOnOfferForThirtyDays() throws IOException {
        catalogue.sell(
                reduced(product("NEW", "Pot reduced now"), NOW.minus(Duration.ofDays(29))),
                reduced(product("OLD", "Pot reduced long ago"), NOW.minus(Duration.ofDays(30))),
                product("SAME", "Pot of always"));

        assertThat(catalogue.skus("q=pot&onOffer=true")).containsExactly("NEW");
        assertThat(catalogue.skus("q=pot&onOffer=false")).hasSize(3);
    }

    private static Product reduced(Product product, Instant at) {
        var details = product.details();
        var cheaper = new ProductDetails(
                details.name(), null, null, details.category(), new Money(60, "GBP"), details.attributes());
        return ((Progress) product.describe(cheaper, by(at))).product();
    }
}
