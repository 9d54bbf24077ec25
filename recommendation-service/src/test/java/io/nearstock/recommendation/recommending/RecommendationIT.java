package io.nearstock.recommendation.recommending;

import static io.nearstock.recommendation.Shop.level;
import static io.nearstock.recommendation.Shop.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.recommendation.Basket;
import io.nearstock.recommendation.Baskets;
import io.nearstock.recommendation.Hub;
import io.nearstock.recommendation.LivingMemory;
import io.nearstock.recommendation.Place;
import io.nearstock.recommendation.Product;
import io.nearstock.recommendation.Products;
import io.nearstock.recommendation.RecommendationServiceTest;
import io.nearstock.recommendation.Stock;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RecommendationServiceTest
class RecommendationIT {

    private final MockMvcTester http;
    private final Products products;
    private final Stock stock;
    private final Baskets baskets;
    private final LivingMemory memory;
    private final Clock clock;

    RecommendationIT(
            MockMvcTester http, Products products, Stock stock, Baskets baskets, LivingMemory memory, Clock clock) {
        this.http = http;
        this.products = products;
        this.stock = stock;
        this.baskets = baskets;
        this.memory = memory;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        stock.keepHubs(
                List.of(new Hub("leeds", new Place(-1.55, 53.80), 1), new Hub("utrecht", new Place(5.12, 52.09), 1)));
        sell(product("kettle", "r/kitchen"), 5);
        sell(product("tea", "r/food"), 5);
        sell(product("mug", "r/kitchen"), 5);
        sell(product("gone", "r/kitchen"), 0);
        products.keep(List.of(delisted(product("delisted", "r/kitchen"))));
        buy("ord_r1", "kettle", "tea", "gone", "delisted");
        buy("ord_r2", "kettle", "tea");
        buy("ord_r3", "kettle", "mug");
    }

    @Test
    void recommendsWhatLiesInTheSameBasketsAndCanBeHad() {
        var answer = get("/api/recommendations/bought-together/kettle");

        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.items[*].product.id").isEqualTo(List.of("tea", "mug"));
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
            {"items": [{"product": {"id": "tea", "sku": "SKU-tea", "name": "The tea", "category": "r/food",
                                    "price": {"amount": 1299, "currency": "GBP"}},
                        "strategy": "bought_together",
                        "reason": {"code": "bought_together",
                                   "text": "Bought together with The kettle in 2 orders"}},
                       {"product": {"id": "mug"}}],
             "nextCursor": null}\
            """);
    }

    @Test
    void saysThatItKnowsNothingOfANewProduct() {
        sell(product("novelty", "r/kitchen"), 3);

        var answer = get("/api/recommendations?context=product&productId=novelty");

        assertThat(answer).bodyJson().extractingPath("$.items[0].strategy").isEqualTo("cold_start");
        assertThat(answer).bodyText().doesNotContain("\"novelty\"", "\"gone\"", "\"delisted\"");
    }

    @Test
    void findsSimilarProductsInTheSameCategory() {
        var answer = get("/api/recommendations/similar/kettle");

        assertThat(answer).bodyJson().extractingPath("$.items[0].product.id").isEqualTo("mug");
        assertThat(answer).bodyJson().extractingPath("$.items[0].strategy").isEqualTo("same_category");
        assertThat(answer).bodyText().doesNotContain("\"gone\"", "\"delisted\"", "\"tea\"");
    }

    @Test
    void showsWhatSellsInACategoryAndBelow() {
        var answer = get("/api/recommendations/trending?category=r");

        assertThat(answer).bodyJson().extractingPath("$.items[0].product.id").isEqualTo("kettle");
        assertThat(answer).bodyJson().extractingPath("$.items[0].strategy").isEqualTo("trending");
        assertThat(get("/api/recommendations/trending?category=r/food"))
                .bodyJson()
                .extractingPath("$.items[*].product.id")
                .isEqualTo(List.of("tea"));
    }

    @Test
    void showsNearAPlaceWhatCanBeHadThere() {
        var far = product("far", "near-test");
        var close = product("close", "near-test");
        products.keep(List.of(far, close));
        stock.keepLevels(List.of(level(far, "utrecht", 1, 1), level(close, "leeds", 1, 1)));
        buy("ord_r4", "far", "close");

        assertThat(get("/api/recommendations/trending?category=near-test&near=53.8,-1.5"))
                .bodyJson()
                .extractingPath("$.items[*].product.id")
                .isEqualTo(List.of("close"));
    }

    @Test
    void takesACartAsAWhole() {
        var answer = get("/api/recommendations?context=cart&productId=kettle&productId=mug");

        assertThat(answer).bodyJson().extractingPath("$.items[*].product.id").isEqualTo(List.of("tea"));
    }

    @Test
    void givesNoMoreThanAskedFor() {
        var answer = get("/api/recommendations/bought-together/kettle?limit=1");

        assertThat(answer).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void knowsNoSuchProduct() {
        assertThat(get("/api/recommendations/bought-together/none")).hasStatus(404);
        assertThat(get("/api/recommendations/similar/none")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?context=moon",
                "?context=product",
                "/trending?near=here",
                "/trending?near=91,0",
                "/trending?limit=0",
                "/trending?limit=101"
            })
    void refusesWhatItCannotRead(String query) {
        assertThat(get("/api/recommendations" + query)).hasStatus(400);
    }

    private void sell(Product product, int available) {
        products.keep(List.of(product));
        stock.keepLevels(List.of(level(product, "leeds", available, 1)));
    }

    private void buy(String order, String... bought) {
        baskets.add(List.of(new Basket(order, List.of(bought), clock.instant(), clock.instant())));
        memory.refresh();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).exchange();
    }

    private static Product delisted(Product product) {
        return new Product(
                product.id(),
                product.sku(),
                product.name(),
                product.brand(),
                product.category(),
                product.price(),
                false,
                1);
    }
}
