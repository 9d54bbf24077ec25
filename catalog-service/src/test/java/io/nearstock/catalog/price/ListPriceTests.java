package io.nearstock.catalog.price;

import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.ListPrice.Was;
import io.nearstock.catalog.PriceLists;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Segments;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What a product costs by the price lists: by quantity, segment and currency, and what it has cost. */
@CatalogTest
class ListPriceTests {

    private final MockMvcTester http;
    private final Products products;
    private final Segments segments;
    private final PriceLists lists;
    private final PriceDesk desk;

    ListPriceTests(MockMvcTester http, Products products, Segments segments, PriceLists lists) {
        this.lists = lists;
        this.desk = new PriceDesk(http);
        this.http = http;
        this.products = products;
        this.segments = segments;
    }

    @Test
    void pricesQuotesByQuantityFromTheMomentItStarts() {
        products.add(offered("prd_nail", "NAIL", "Nail", "prices", 100));
        var running = desk.open("nails", "\"startsAt\": \"2026-01-01T00:00:00Z\"");
        var later = desk.open("nails later", "\"startsAt\": \"2098-01-01T00:00:00Z\", \"priority\": 9");

        assertThat(desk.put(running + "/prices", PriceDesk.prices("NAIL", 100, 90, 1000, 70)))
                .hasStatus(204);
        assertThat(desk.put(later + "/prices", PriceDesk.prices("NAIL", 1, 1, 2, 1)))
                .hasStatus(204);

        assertThat(total("NAIL", 99, null)).isEqualTo(9900);
        assertThat(total("NAIL", 100, null)).isEqualTo(9000);
        assertThat(total("NAIL", 1000, null)).isEqualTo(70_000);
    }

    @Test
    void isForItsSegmentOnly() {
        products.add(offered("prd_bolt", "BOLT", "Bolt", "prices", 100));
        segments.add("trade", "acc_trade");
        var trade = desk.open("trade", "\"startsAt\": \"2026-01-01T00:00:00Z\", \"segment\": \"trade\"");
        desk.put(trade + "/prices", PriceDesk.prices("BOLT", 1, 60, 10, 50));

        assertThat(total("BOLT", 1, null)).isEqualTo(100);
        assertThat(total("BOLT", 1, TestTokens.bearer("acc_other", "customer"))).isEqualTo(100);
        assertThat(total("BOLT", 1, TestTokens.bearer("acc_trade", "customer"))).isEqualTo(60);
    }

    @Test
    void pricesQuotesInItsCurrencyAlone() {
        products.add(offered("prd_gear", "GEAR", "Gear", "prices", 100));
        products.add(offered("prd_cog", "COG", "Cog", "prices", 100));
        var euros = desk.open("euros", "\"startsAt\": \"2026-01-01T00:00:00Z\", \"currency\": \"EUR\"");
        desk.put(euros + "/prices", PriceDesk.prices("GEAR", 1, 130, 10, 120));

        assertThat(total("GEAR", 10, null)).isEqualTo(1000);
        assertThat(quote("EUR", "GEAR", "GEAR")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"lines": [{"unitPrice": {"amount": 130, "currency": "EUR"}}, {"total": {"amount": 130, "currency": "EUR"}}],
             "total": {"amount": 260, "currency": "EUR"}}\
            """);
        assertThat(quote("EUR", "GEAR", "COG")).hasStatus(422).bodyJson().isLenientlyEqualTo("""
            {"code": "no_price_in_currency", "errors": [{"pointer": "/lines/1", "code": "no_price_in_currency", "sku": "COG"}]}\
            """);
        assertThat(quote("GBP", "GEAR", "COG"))
                .bodyJson()
                .extractingPath("$.total.amount")
                .isEqualTo(200);
        assertThat(quote("euro", "GEAR")).hasStatus(422);
    }

    @Test
    void isOnTheProductsPageForWhoeverAsksInItsCurrency() {
        products.add(Product.offer("prd_yen", "YEN", costing(1000), by(Instant.now())));
        products.add(
                Product.begin("prd_yen_l", "YEN-L", "prd_yen", costing(1100), ProductStatus.ACTIVE, by(Instant.now())));
        var yen = desk.open("yen", "\"startsAt\": \"2026-01-01T00:00:00Z\", \"currency\": \"JPY\"");
        var own = String.valueOf(desk.get("/api/products/prd_yen").getResponse().getHeader("ETag"));
        assertThat(desk.get("/api/products/prd_yen?currency=JPY"))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.price");

        desk.put(yen + "/prices", PriceDesk.prices("YEN", 1, 199, 10, 150));

        var page = desk.get("/api/products/prd_yen?currency=JPY");
        assertThat(page).bodyJson().isLenientlyEqualTo("{\"price\": {\"amount\": 199, \"currency\": \"JPY\"}}");
        assertThat(page).bodyJson().doesNotHavePath("$.variants[0].price").doesNotHavePath("$.listPrice");
        assertThat(page.getResponse().getHeader("ETag")).isNotEqualTo(own);
        assertThat(desk.get("/api/products/prd_yen"))
                .bodyJson()
                .extractingPath("$.price.amount")
                .isEqualTo(1000);
        assertThat(desk.get("/api/products/prd_yen?currency=GBP"))
                .bodyJson()
                .extractingPath("$.variants[0].price.amount")
                .isEqualTo(1100);
        assertThat(desk.get("/api/products/prd_yen?currency=yen")).hasStatus(400);
        desk.put(yen + "/prices", PriceDesk.prices("YEN", 1, 189, 10, 150));
        assertThat(desk.get("/api/products/prd_yen?currency=JPY").getResponse().getHeader("ETag"))
                .isNotEqualTo(page.getResponse().getHeader("ETag"));
    }

    @Test
    void tellsWhatAReducedPriceIsReducedFrom() {
        var now = Instant.now();
        var offered = Product.offer("prd_hist", "HIST", costing(1000), by(now.minus(Duration.ofDays(20))));
        products.add(offered);
        var dearer = (Progress) offered.product().describe(costing(1200), by(now.minus(Duration.ofDays(10))));
        products.save(dearer);
        products.save((Progress) dearer.product().describe(costing(900), by(now)));
        var told = """
            {"price": {"amount": 900}, "listPrice": {"amount": 1200}, "lowestPrice30d": {"amount": 1000}}\
            """;

        assertThat(desk.get("/api/products/prd_hist/prices")).bodyJson().isLenientlyEqualTo(told);
        assertThat(desk.get("/api/products/prd_hist")).bodyJson().isLenientlyEqualTo(told);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(desk.get("/api/products?q=HIST"))
                        .bodyJson()
                        .isLenientlyEqualTo("{\"items\": [" + told + "]}"));
    }

    @Test
    void keepsWhatEachOfManySaidWhoSaidItAtOnce() throws InterruptedException {
        var list = desk.open("raced", "\"startsAt\": \"2026-01-01T00:00:00Z\"");
        var amounts = LongStream.rangeClosed(1, 8).boxed().toList();
        Stream<Callable<MvcTestResult>> puts =
                amounts.stream().map(amount -> () -> desk.put(list + "/prices", raced(amount)));

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(crowd.invokeAll(puts.toList()))
                    .extracting(Future::resultNow)
                    .allSatisfy(put -> assertThat(put).hasStatus(204));
        }

        var said = lists.prices(List.of(list.substring(list.lastIndexOf('/') + 1)), List.of("RACED"))
                .getFirst();
        var past = Objects.requireNonNull(said.past());
        assertThat(past).extracting(Was::amount).containsExactlyInAnyOrderElementsOf(amounts);
        assertThat(past.getLast().amount()).isEqualTo(said.amount(1).orElseThrow());
    }

    private static String raced(long amount) {
        return "{\"prices\": [{\"sku\": \"RACED\", \"tiers\": [{\"from\": 1, \"amount\": %d}]}]}".formatted(amount);
    }

    @Test
    void refusesTwoPricesForOneProduct() {
        var list = desk.open("twofold", "\"startsAt\": \"2026-01-01T00:00:00Z\"");

        var put = desk.put(list + "/prices", """
            {"prices": [{"sku": "TWO", "tiers": [{"from": 1, "amount": 5}]}, {"sku": "TWO", "tiers": [{"from": 1, "amount": 6}]}]}\
            """);

        assertThat(put).hasStatus(422).bodyJson().isLenientlyEqualTo("""
            {"code": "ambiguous_tiers", "errors": [{"pointer": "/prices/1/tiers", "code": "ambiguous_tiers"}]}\
            """);
        assertThat(desk.get(list + "/prices")).bodyJson().isLenientlyEqualTo("{\"items\": []}");
    }

    private static ProductDetails costing(long amount) {
        return new ProductDetails("Hist", null, null, "prices", pence(amount), Map.of());
    }

    private long total(String sku, int quantity, @Nullable String who) {
        var request =
                http.post().uri("/api/quotes").contentType(APPLICATION_JSON).content("""
                    {"lines": [{"sku": "%s", "quantity": %d}]}\
                    """.formatted(sku, quantity));
        var answer = (who == null ? request : request.header("Authorization", who)).exchange();
        assertThat(answer).hasStatusOk();
        return new JsonMapper()
                .readTree(answer.getResponse().getContentAsByteArray())
                .at("/total/amount")
                .asLong();
    }

    private MvcTestResult quote(String currency, String... skus) {
        var lines = Stream.of(skus)
                .map("{\"sku\": \"%s\", \"quantity\": 1}"::formatted)
                .collect(joining(", "));
        return http.post()
                .uri("/api/quotes")
                .contentType(APPLICATION_JSON)
                .content("{\"lines\": [" + lines + "], \"currency\": \"" + currency + "\"}")
                .exchange();
    }
}
