package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.listIn;
import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.ListPrice;
import io.nearstock.catalog.ListPrice.Tier;
import io.nearstock.catalog.PriceList;
import io.nearstock.catalog.PriceLists;
import io.nearstock.catalog.Products;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each test keeps to a category and a currency of its own, as they share one service. */
@CatalogTest
class SearchCurrencyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockMvcTester http;
    private final Products products;
    private final PriceLists lists;
    private final MongoDatabase database;
    private final StockBoard stock;
    private final JsonMapper json;

    SearchCurrencyIT(
            MockMvcTester http,
            Products products,
            PriceLists lists,
            MongoDatabase database,
            StockBoard stock,
            JsonMapper json) {
        this.http = http;
        this.products = products;
        this.lists = lists;
        this.database = database;
        this.stock = stock;
        this.json = json;
    }

    @Test
    void turnsPagesByPriceWithoutRepetitionOrGap() {
        lists.add(listIn("EUR", "prl_paged"));
        var priced = new ArrayList<ListPrice>();
        for (int number = 0; number < 25; number++) {
            var sku = "EUR-" + number;
            products.add(offered("prd_eur_%02d".formatted(number), sku, "Thing", "euros", 100));
            if (number < 23) {
                priced.add(price("prl_paged", sku, 500 - number % 5));
            }
        }
        lists.put(priced);
        var query = "category=euros&currency=EUR&sort=price&limit=4";
        var page = found(query, 23);
        var amounts = new ArrayList<Long>();
        var skus = new ArrayList<String>();
        while (true) {
            page.path("items").forEach(item -> {
                amounts.add(item.at("/price/amount").asLong());
                skus.add(item.path("sku").asString());
                assertThat(item.at("/price/currency").asString()).isEqualTo("EUR");
            });
            var cursor = page.path("nextCursor").asString("");
            if (cursor.isEmpty()) {
                break;
            }
            page = search(query + "&cursor=" + cursor);
        }

        assertThat(skus).hasSize(23).doesNotHaveDuplicates();
        assertThat(amounts).isSorted().startsWith(496L).endsWith(500L);
        assertThat(search("category=euros&currency=EUR&maxPrice=497")
                        .path("total")
                        .asInt())
                .isEqualTo(8);
        found("category=euros&maxPrice=499", 25);
        assertThat(search("category=euros&currency=EUR").at("/facets/price").toString())
                .isEqualTo("[{\"from\":200,\"to\":500,\"count\":18},{\"from\":500,\"to\":1000,\"count\":5}]");
    }

    @Test
    void followsListsThatChangeAndEnd() {
        products.add(offered("prd_chf", "CHF-1", "Thing", "francs", 100));
        var base = listIn("CHF", "prl_base");
        var sale = new PriceList("prl_sale", "Sale", null, "CHF", base.startsAt(), null, 5, NOW, NOW, 1);
        var members = new PriceList("prl_members", "Members", "gold", "CHF", base.startsAt(), null, 9, NOW, NOW, 1);
        Stream.of(base, sale, members).forEach(lists::add);
        lists.put(List.of(price("prl_members", "CHF-1", 1), price("prl_base", "CHF-1", 900)));
        francs(900);

        lists.put(List.of(price("prl_sale", "CHF-1", 700)));
        francs(700);
        lists.put(List.of(price("prl_sale", "CHF-1", 650)));
        francs(650);
        lists.replace(new PriceList("prl_sale", "Sale", null, "CHF", sale.startsAt(), NOW, 5, NOW, NOW, 2));
        francs(900);
        lists.remove("prl_base", "CHF-1");
        found("category=francs&currency=CHF", 0);
        assertThat(search("category=francs").path("total").asInt()).isOne();
    }

    /** Where lists are in the catalogue's own currency, the products' own prices stand beside them. */
    @Test
    void showsProductsOwnPricesInTheirCurrencyWhereNoListSaysAnother() {
        lists.add(listIn("GBP", "prl_pounds"));
        products.add(offered("prd_gbp_1", "GBP-1", "Thing", "pounds", 100));
        products.add(offered("prd_gbp_2", "GBP-2", "Thing", "pounds", 90));
        lists.put(List.of(price("prl_pounds", "GBP-1", 80)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(search("category=pounds&currency=GBP&sort=price")
                                .path("items")
                                .valueStream()
                                .map(item -> item.at("/price/amount").asLong()))
                        .containsExactly(80L, 90L));
        assertThat(search("category=pounds&sort=price").at("/items/0/sku").asString())
                .isEqualTo("GBP-2");
    }

    @Test
    void findsInTheEndWhatWasStoredLongAfterItsMoment() {
        lists.add(listIn("ISK", "prl_late"));
        var often = new Follower(Duration.ZERO);
        var seldom = new Follower(Duration.ofHours(1));

        database.getCollection("listPrices", ListPrice.class).insertOne(price("prl_late", "ISK-LATE", 70));

        assertThat(seldom.kronur()).isZero();
        assertThat(often.kronur()).isEqualTo(70);
    }

    /** One more beside the service's own. */
    private final class Follower {

        private final PriceBoard board;
        private final FollowPriceLists follow;

        private Follower(Duration reread) {
            var settings = new CatalogSettings("GBP", Duration.ZERO, reread);
            board = new PriceBoard(stock, settings);
            follow = new FollowPriceLists(lists, board, settings, Clock.systemUTC());
        }

        private long kronur() {
            follow.follow();
            return board.in("ISK").listed(stock.of("ISK-LATE").number());
        }
    }

    private void francs(long amount) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(search("category=francs&currency=CHF")
                                .at("/items/0/price/amount")
                                .asLong())
                        .isEqualTo(amount));
    }

    private static ListPrice price(String list, String sku, long amount) {
        return ListPrice.of(list, sku, List.of(new Tier(1, amount), new Tier(10, 1)));
    }

    private JsonNode found(String query, int total) {
        return await().atMost(PATIENCE)
                .until(() -> search(query), result -> result.path("total").asInt() == total);
    }

    private JsonNode search(String query) {
        var answer = http.get().uri("/api/products?" + query).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
