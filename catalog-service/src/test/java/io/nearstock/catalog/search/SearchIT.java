package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.TestEvents;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each test keeps to a category of its own, as they share one service. */
@CatalogTest
class SearchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockMvcTester http;
    private final Products products;
    private final TestEvents events;
    private final JsonMapper json;

    SearchIT(MockMvcTester http, Products products, TestEvents events, JsonMapper json) {
        this.http = http;
        this.products = products;
        this.events = events;
        this.json = json;
    }

    @Test
    @Consumes("product.changed")
    void followsWhatHappensToAProduct() {
        var offered = product("prd_f1", "F1", "Copper kettle", "follow", 2499, Map.of());
        products.add(offered);
        found("category=follow", result -> skus(result).contains("F1"));

        var cheaper = new ProductDetails("Iron kettle", null, null, "follow", new Money(999, "GBP"), Map.of());
        var described = (Progress) offered.product().describe(cheaper, by(NOW));
        products.save(described);
        found(
                "category=follow&q=iron",
                result -> result.at("/items/0/price/amount").asInt() == 999);

        products.save((Progress) described.product().discontinue(by(NOW)));
        found("category=follow", result -> skus(result).isEmpty());
    }

    @Test
    void findsByEveryWordInWhicheverForm() {
        products.add(product("prd_w1", "W-1", "White hanging hearts", "words", 100, Map.of()));
        products.add(product("prd_w2", "W-2", "White metal lantern", "words", 100, Map.of()));
        found("category=words", result -> result.path("total").asInt() == 2);

        assertThat(skus(search("category=words&q=heart%20hang"))).containsExactly("W-1");
        assertThat(skus(search("category=words&q=WHITE"))).containsExactlyInAnyOrder("W-1", "W-2");
        assertThat(skus(search("category=words&q=w-2"))).containsExactly("W-2");
        assertThat(skus(search("category=words&q=white%20elephant"))).isEmpty();
        assertThat(skus(search("category=words&q=%22%28%2Bwhite%7C"))).isNotNull();
    }

    @Test
    void ranksTheNameAboveTheCategory() {
        products.add(product("prd_r1", "R1", "Cup", "rank/lamps", 100, Map.of()));
        products.add(product("prd_r2", "R2", "Lamp", "rank/cups", 100, Map.of()));
        found("category=rank", result -> result.path("total").asInt() == 2);

        assertThat(skus(search("category=rank&q=lamp"))).containsExactly("R2", "R1");
    }

    @Test
    void filtersAndCounts() {
        products.add(product("prd_c1", "C1", "Cup", "count/cups", 150, Map.of("colour", "Red")));
        products.add(product("prd_c2", "C2", "Mug", "count/cups", 700, Map.of("colour", "blue")));
        products.add(product("prd_c3", "C3", "Pan", "count/pans", 700, Map.of()));
        var all = found("category=count", result -> result.path("total").asInt() == 3);

        assertThat(all.at("/facets/category").valueStream().map(JsonNode::toString))
                .as("what else could be chosen stays there")
                .contains(
                        "{\"value\":\"count\",\"count\":3}",
                        "{\"value\":\"count/cups\",\"count\":2}",
                        "{\"value\":\"count/pans\",\"count\":1}");
        assertThat(all.at("/facets/attr.colour").toString())
                .isEqualTo("[{\"value\":\"Red\",\"count\":1},{\"value\":\"blue\",\"count\":1}]");
        assertThat(all.at("/facets/price").toString())
                .isEqualTo("[{\"from\":0,\"to\":200,\"count\":1},{\"from\":500,\"to\":1000,\"count\":2}]");
        assertThat(all.at("/facets/brand/0/value").asString()).isEqualTo("Maker");
        assertThat(skus(search("category=count&attr.colour=red"))).containsExactly("C1");
        assertThat(skus(search("category=count/cups&brand=MAKER&minPrice=151"))).containsExactly("C2");
        assertThat(skus(search("category=count&maxPrice=150"))).containsExactly("C1");
        assertThat(search("category=none").at("/facets/brand").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"relevance, pages%20thing", "price,", "-price,", "newest,"})
    void turnsPagesWithoutRepetitionOrGapWhileProductsChange(String sort, String words) {
        var category = "pages" + sort.replace("-", "minus");
        for (int number = 0; number < 25; number++) {
            products.add(product(
                    "prd_" + category + "%02d".formatted(number),
                    category + number,
                    "Pages thing",
                    category,
                    100 + number % 3,
                    Map.of()));
        }
        var query = "category=" + category + "&sort=" + sort + "&limit=10" + (words == null ? "" : "&q=" + words);
        var first = found(query, result -> result.path("total").asInt() == 25);

        var late = product("prd_" + category + "_late", category + "late", "Pages thing pages", category, 1, Map.of());
        products.add(late);
        found("category=" + category, result -> result.path("total").asInt() == 26);

        var seen = new ArrayList<>(skus(first));
        var cursor = first.path("nextCursor").asString();
        while (!cursor.isEmpty()) {
            var page = search(query + "&cursor=" + cursor);
            seen.addAll(skus(page));
            cursor = page.path("nextCursor").asString("");
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void sortsByPrice() {
        for (int price : List.of(300, 100, 200)) {
            products.add(product("prd_s" + price, "S" + price, "Thing", "sorted", price, Map.of()));
        }
        found("category=sorted", result -> result.path("total").asInt() == 3);

        assertThat(skus(search("category=sorted&sort=price"))).containsExactly("S100", "S200", "S300");
        assertThat(skus(search("category=sorted&sort=-price"))).containsExactly("S300", "S200", "S100");
    }

    @Test
    @Consumes({"stock.level", "hub.changed"})
    void knowsWhatIsNear() {
        products.add(product("prd_n1", "KETTLE-17", "Kettle", "near", 100, Map.of()));
        products.add(product("prd_n2", "NOWHERE", "Ghost", "near", 100, Map.of()));
        events.publish("hub.changed", "hub_1");
        events.publish("stock.level", "KETTLE-17@hub_1");

        var near = found(
                "category=near&inStock=true&near=53.96,-1.08",
                result -> !skus(result).isEmpty());
        assertThat(skus(near)).containsExactly("KETTLE-17");
        assertThat(near.at("/items/0/nearest/hubId").asString()).isEqualTo("hub_1");
        assertThat(near.at("/items/0/nearest/name").asString()).isEqualTo("Leeds");
        assertThat(near.at("/items/0/nearest/available").asInt()).isEqualTo(8);
        assertThat(near.at("/items/0/nearest/distanceKm").asDouble()).isBetween(34.0, 37.0);
        assertThat(skus(search("category=near&near=53.96,-1.08&radiusKm=20"))).isEmpty();
        assertThat(skus(search("category=near&near=53.96,-1.08&radiusKm=40"))).containsExactly("KETTLE-17");

        events.publish("stock.level", "KETTLE-17@hub_1", 2, """
            {"sku": "KETTLE-17", "hubId": "hub_1", "available": 0, "at": "2026-11-01T10:01:00Z"}\
            """);
        found("category=near&inStock=true", result -> skus(result).isEmpty());
    }

    @Test
    void refusesACursorOfAnotherSearch() {
        for (int number = 0; number < 3; number++) {
            products.add(product("prd_x" + number, "X" + number, "Thing", "cursors", 100, Map.of()));
        }
        var first =
                found("category=cursors&limit=1", result -> result.path("total").asInt() == 3);
        var cursor = first.path("nextCursor").asString();

        assertThat(http.get()
                        .uri("/api/products?category=other&cursor=" + cursor)
                        .exchange())
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("invalid_cursor");
        assertThat(http.get().uri("/api/products?colour=red").exchange()).hasStatus(400);
    }

    @Test
    void growsATreeOfCategories() {
        products.add(product("prd_t1", "T1", "Cup", "tree/cups", 100, Map.of()));
        products.add(product("prd_t2", "T2", "Trunk", "tree", 100, Map.of()));
        found("category=tree", result -> result.path("total").asInt() == 2);

        var answer = http.get().uri("/api/categories").exchange();

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.path == 'tree')].products")
                .asArray()
                .containsExactly(2);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[?(@.path == 'tree')].children[0].path")
                .asArray()
                .containsExactly("tree/cups");
    }

    private static Progress product(
            String id, String sku, String name, String category, long pence, Map<String, String> attributes) {
        var details = new ProductDetails(name, null, "Maker", category, new Money(pence, "GBP"), attributes);
        return Product.offer(id, sku, details, by(NOW));
    }

    private JsonNode found(String query, Predicate<JsonNode> fits) {
        return await().atMost(PATIENCE).until(() -> search(query), fits);
    }

    private JsonNode search(String query) {
        var answer = http.get().uri(URI.create("/api/products?" + query)).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static List<String> skus(JsonNode result) {
        return result.path("items")
                .valueStream()
                .map(item -> item.path("sku").asString())
                .toList();
    }
}
