package io.nearstock.recommendation.learning;

import static io.nearstock.recommendation.Shop.level;
import static io.nearstock.recommendation.Shop.withSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.nearstock.recommendation.Products;
import io.nearstock.recommendation.RecommendationServiceTest;
import io.nearstock.recommendation.Stock;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RecommendationServiceTest
class LearningIT {

    private final TestEvents events;
    private final MockMvcTester http;
    private final MongoDatabase database;
    private final Products products;
    private final Stock stock;

    LearningIT(TestEvents events, MockMvcTester http, MongoDatabase database, Products products, Stock stock) {
        this.events = events;
        this.http = http;
        this.database = database;
        this.products = products;
        this.stock = stock;
    }

    @Test
    @Consumes("order.confirmed")
    void recommendsWhatAConfirmedOrderHeldHoweverOftenItIsTold() {
        var kettle = withSku("prd_1", "KETTLE-17", "learning");
        var tea = withSku("prd_2", "TEA-50", "learning");
        products.keep(List.of(kettle, tea));
        stock.keepLevels(List.of(level(tea, "hub_1", 3, 1)));

        events.publish("order.confirmed", "ord_1");
        events.publish("order.confirmed", "ord_1");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(boughtTogether()).contains("\"prd_2\"", "in one order", "\"bought_together\""));
        events.publish("order.confirmed", "ord_2", 1, another());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(boughtTogether()).contains("in 2 orders"));
        assertThat(database.getCollection("baskets").countDocuments(new Document("_id", "ord_1")))
                .isOne();
    }

    private String boughtTogether() throws Exception {
        return http.get()
                .uri("/api/recommendations/bought-together/prd_1")
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private static String another() {
        return """
            {"orderId": "ord_2", "at": "2026-11-01T10:00:00Z",
             "lines": [{"productId": "prd_1"}, {"productId": "prd_2"}, {"productId": "prd_2"}]}
            """;
    }
}
