package io.nearstock.catalog.price;

import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.Products;
import io.nearstock.testkit.TestTokens;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever pays in another currency sees prices in it wherever a product is shown. */
@CatalogTest
class CurrencyIT {

    private static final String REDUCED = """
        {"price": {"amount": 900, "currency": "SEK"}, "listPrice": {"amount": 1300, "currency": "SEK"},
         "lowestPrice30d": {"amount": 1200, "currency": "SEK"}}\
        """;

    private final MockMvcTester http;
    private final Products products;
    private final PriceDesk desk;

    CurrencyIT(MockMvcTester http, Products products) {
        this.desk = new PriceDesk(http);
        this.http = http;
        this.products = products;
    }

    @Test
    void showsWhatIsPaidAndWhatItIsReducedFrom() {
        sell("prd_sek", "SEK-1");
        sell("prd_unsek", "SEK-2");
        wish("prd_sek");
        wish("prd_unsek");
        var list = desk.open("kronor", "\"startsAt\": \"2026-01-01T00:00:00Z\", \"currency\": \"SEK\"");
        for (int amount : new int[] {1200, 1300, 900}) {
            desk.put(list + "/prices", PriceDesk.prices("SEK-1", 1, amount, 10, 1));
        }

        assertThat(get("/api/products/prd_sek?currency=SEK")).bodyJson().isLenientlyEqualTo(REDUCED);
        var compared = get("/api/products/compare?ids=prd_sek,prd_unsek&currency=SEK");
        assertThat(compared).bodyJson().isLenientlyEqualTo("{\"products\": [" + REDUCED + ", {\"sku\": \"SEK-2\"}]}");
        assertThat(compared).bodyJson().doesNotHavePath("$.products[1].price");
        var wished = get("/api/wishlist?currency=SEK");
        assertThat(wished)
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"product\": " + REDUCED + "}, {\"product\": {}}]}");
        assertThat(wished).bodyJson().doesNotHavePath("$.items[1].product.price");
        assertThat(get("/api/wishlist"))
                .bodyJson()
                .extractingPath("$.items[0].product.price.amount")
                .isEqualTo(100);
    }

    @Test
    void tellsThePastOfPricesInACurrency() {
        sell("prd_nok", "NOK-1");
        var list = desk.open("kroner", "\"startsAt\": \"2026-01-01T00:00:00Z\", \"currency\": \"NOK\"");
        assertThat(get("/api/products/prd_nok/prices?currency=NOK"))
                .bodyJson()
                .doesNotHavePath("$.price")
                .isLenientlyEqualTo("{\"history\": []}");

        desk.put(list + "/prices", PriceDesk.prices("NOK-1", 1, 1200, 10, 1));
        desk.put(list + "/prices", PriceDesk.prices("NOK-1", 1, 900, 10, 1));

        assertThat(get("/api/products/prd_nok/prices?currency=NOK")).bodyJson().isLenientlyEqualTo("""
            {"price": {"amount": 900, "currency": "NOK"}, "listPrice": {"amount": 1200},
             "lowestPrice30d": {"amount": 1200},
             "history": [{"price": {"amount": 1200, "currency": "NOK"}}, {"price": {"amount": 900}}]}\
            """);
        assertThat(get("/api/products/prd_nok/prices"))
                .bodyJson()
                .extractingPath("$.price.currency")
                .isEqualTo("GBP");
        takeOut(list, "NOK-1");
        assertThat(get("/api/products/prd_nok/prices?currency=NOK"))
                .bodyJson()
                .doesNotHavePath("$.price")
                .doesNotHavePath("$.since")
                .extractingPath("$.history[1].price.amount")
                .isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/products/prd_any?currency=               | ZZZ
        /api/products?currency=                       | ZZZ
        /api/products?currency=                       | eur
        /api/products/compare?ids=prd_any&currency=   | ZZZ
        /api/products/compare?ids=prd_any&currency=   | XAU
        /api/products/prd_any/prices?currency=        | ZZZ
        /api/wishlist?currency=                       | EURO
        """)
    void refusesWhatIsNoCurrency(String path, String currency) {
        sell("prd_any", "ANY");

        assertThat(get(path + currency)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
            {"code": "unknown_currency", "errors": [{"pointer": "currency"}]}\
            """);
    }

    private void sell(String id, String sku) {
        var details = new ProductDetails("Thing", null, null, "currencies", pence(100), Map.of());
        products.add(Product.offer(id, sku, details, by(Instant.now())));
    }

    private void wish(String product) {
        assertThat(http.put().uri("/api/wishlist/" + product).header("Authorization", customer()))
                .hasStatus(204);
    }

    private void takeOut(String list, String sku) {
        assertThat(http.delete().uri(list + "/prices/" + sku).header("Authorization", PriceDesk.STAFF))
                .hasStatus(204);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).header("Authorization", customer()).exchange();
    }

    private static String customer() {
        return TestTokens.bearer("acc_currency", "customer");
    }
}
