package io.nearstock.recommendation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.recommendation.Products;
import io.nearstock.recommendation.RecommendationServiceTest;
import io.nearstock.recommendation.Shop;
import io.nearstock.recommendation.Stock;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Feeds the contracts' examples, with names of its own so that no other test meets them. */
@RecommendationServiceTest
class FactsIT {

    private final TestEvents events;
    private final MockMvcTester http;
    private final Products products;
    private final Stock stock;
    private final JsonMapper json = new JsonMapper();

    FactsIT(TestEvents events, MockMvcTester http, Products products, Stock stock) {
        this.events = events;
        this.http = http;
        this.products = products;
        this.stock = stock;
    }

    @Test
    @Consumes({"product.changed", "stock.level", "hub.changed"})
    void showsAProductNearAHubAsSoonAsAllThreeAreTold() {
        tell("product.changed", "prd_facts", 1, "productId", "prd_facts", "sku", "FACTS", "category", "facts");
        tell("stock.level", "FACTS@hub_facts", 1, "sku", "FACTS", "hubId", "hub_facts");
        tell("hub.changed", "hub_facts", 1, "hubId", "hub_facts");

        eventually(() -> assertThat(trending("/api/recommendations/trending?category=facts&near=" + aHub()))
                .contains("\"prd_facts\"", "\"cold_start\""));
    }

    @Test
    void believesTheNewestMessageWhateverComesAfterIt() {
        tell("product.changed", "prd_old", 5, "productId", "prd_old", "sku", "OLD", "name", "as of five");
        eventually(() -> assertThat(products.find("prd_old")).isPresent());

        tell("product.changed", "prd_old", 4, "productId", "prd_old", "sku", "OLD", "name", "as of four");
        tell("product.changed", "prd_next", 1, "productId", "prd_next", "sku", "NEXT");
        tell("product.changed", "prd_old", 6, "productId", "prd_old", "sku", "OLD", "name", "as of six");

        eventually(
                () -> assertThat(products.find("prd_old").orElseThrow().name()).isEqualTo("as of six"));
    }

    @Test
    void hidesWhatHasSoldOut() {
        stock.keepLevels(List.of(Shop.level(Shop.withSku("prd_out", "OUT", "x"), "hub_1", 2, 1)));
        assertThat(stock.stocked(List.of("OUT"), Optional.empty())).isNotEmpty();

        events.publish("stock.level", "OUT@hub_1", 2, """
            {"sku": "OUT", "hubId": "hub_1", "available": 0, "at": "2026-11-01T10:00:00Z"}
            """);

        eventually(() ->
                assertThat(stock.stocked(List.of("OUT"), Optional.empty())).isEmpty());
    }

    private void tell(String type, String key, long sequence, String... changes) {
        var example = (ObjectNode) json.readTree(Contracts.event(type));
        for (var change = 0; change < changes.length; change += 2) {
            example.put(changes[change], changes[change + 1]);
        }
        events.publish(type, key, sequence, example.toString());
    }

    private String aHub() {
        var at = json.readTree(Contracts.event("hub.changed")).at("/position/coordinates");
        return at.get(1).asDouble() + "," + at.get(0).asDouble();
    }

    private String trending(String uri) throws Exception {
        return http.get().uri(uri).exchange().getResponse().getContentAsString();
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(holds);
    }
}
