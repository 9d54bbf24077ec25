package io.nearstock.catalog.quality.watch;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Opinion;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Review;
import io.nearstock.catalog.Reviews;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What reviews say of a product, and of a lot, is told once. */
@CatalogTest
class QualityIT {

    private static final int GOOD = 30;
    private static final int BAD = 12;
    private static final int FEW = 8;
    private static final Subject BURST = Subject.product("prd_burst");
    private static final String STAFF = TestTokens.staff("catalog");

    private final MockMvcTester http;
    private final Products products;
    private final Reviews reviews;
    private final FollowReviews follow;
    private final Watches watches;
    private final TestEvents events;

    QualityIT(
            MockMvcTester http,
            Products products,
            Reviews reviews,
            FollowReviews follow,
            Watches watches,
            TestEvents events) {
        this.http = http;
        this.products = products;
        this.reviews = reviews;
        this.follow = follow;
        this.watches = watches;
        this.events = events;
    }

    @Test
    void aBurstOfLowRatingsIsToldOnceAlthoughEachReviewIsSeenThrice() {
        var offered = offered("prd_burst", "BURST-1", "Lamp", "quality", 1000);
        products.add(offered);
        var good = new Opinion(5, null, "A lovely colour. It keeps me warm.");
        var bad = new Opinion(1, "Poor", "It fell apart after one wash.");

        publish(offered.product(), good, "good", GOOD);
        awaitSeen(GOOD);
        publish(offered.product(), bad, "worse", BAD);
        awaitSeen(GOOD + BAD);

        var told = events.await("quality.alert", "prd_burst");
        assertThat(told.payload()).contains("\"sku\":\"BURST-1\"", "\"aspect\":\"durability\"");
        await().untilAsserted(() -> assertThat(quality("prd_burst")).bodyJson().isLenientlyEqualTo("""
            {"productId": "prd_burst", "reviews": 42, "distribution": [12, 0, 0, 0, 30],
             "trend": {"status": "worse"}}\
            """));
        assertThat(quality("prd_burst"))
                .bodyJson()
                .extractingPath("$.alerts")
                .asArray()
                .hasSize(1);
        assertThat(quality("prd_burst"))
                .bodyJson()
                .extractingPath("$.aspects[?(@.aspect == 'durability')].sentiment")
                .asArray()
                .containsExactly(-1.0);
        assertThat(quality("prd_none")).hasStatus(404);

        publish(offered.product(), good, "better", 2 * GOOD);

        assertThat(events.await("quality.alert_closed", "prd_burst").payload()).contains("\"because\":\"calm\"");
        assertThat(quality("prd_burst"))
                .bodyJson()
                .extractingPath("$.alerts[0].status")
                .isEqualTo("closed");
    }

    @Test
    void whatIsWithheldIsNotQuoted() {
        var offered = offered("prd_quoted", "QUOTED-1", "Lamp", "quality", 1000);
        products.add(offered);
        publish(offered.product(), new Opinion(5, null, "A lovely colour."), "quoted", 1);
        await().untilAsserted(() -> assertThat(quality("prd_quoted"))
                .bodyJson()
                .extractingPath("$.aspects[0].examples[0]")
                .isEqualTo("A lovely colour."));

        reviews.save(reviews.of("prd_quoted", "rev_quoted_1").moderate(false, "rude", NOW));

        await().untilAsserted(() -> assertThat(quality("prd_quoted"))
                .bodyJson()
                .extractingPath("$.aspects")
                .asArray()
                .isEmpty());
    }

    /** Bad goods are complained of before it is known of which lot they were, and good ones are praised later. */
    @Test
    @Consumes("stock.lots_shipped")
    void aBadLotIsNamedToWhomItConcerns() {
        var offered = offered("prd_lot", "LOT-1", "Kettle", "lots", 1000);
        products.add(offered);
        ship("fine", FEW, "L-GOOD", "sup_good");
        publish(offered.product(), new Opinion(5, null, "It keeps me warm."), "fine", FEW);

        publish(offered.product(), new Opinion(1, "Poor", "It fell apart after one wash."), "poor", FEW);
        ship("poor", FEW, "L-BAD", "sup_bad");

        var told = events.await("quality.alert", "prd_lot/sup_bad/L-BAD");
        assertThat(told.payload())
                .contains("\"productId\":\"prd_lot\"", "\"lot\":\"L-BAD\",\"supplierId\":\"sup_bad\"");
        await().untilAsserted(() -> assertThat(
                        watches.of(new Subject("prd_lot", "L-BAD", "sup_bad")).version())
                .isEqualTo(FEW));
        assertThat(watches.of(new Subject("prd_lot", "L-GOOD", "sup_good")).version())
                .isEqualTo(FEW);
        assertThat(lots(TestTokens.supplier("sup_bad"))).contains("L-BAD");
        assertThat(lots(STAFF)).contains("L-BAD");
        assertThat(lots(TestTokens.supplier("sup_good"))).doesNotContain("L-BAD");
        assertThat(quality("prd_lot").getResponse().getContentAsByteArray())
                .asString()
                .doesNotContain("L-BAD", "sup_bad");
    }

    private void publish(String type, String key, String event) {
        events.publish(type, key, 1, event);
        events.publish(type, key, 1, event);
    }

    private void ship(String name, int count, String lot, String supplier) {
        IntStream.rangeClosed(1, count).mapToObj(at -> name + "_" + at).forEach(each -> {
            var event = Contracts.event("stock.lots_shipped")
                    .replace("ord_1", "ord_" + each)
                    .replace("KETTLE-17", "LOT-1")
                    .replace("L-17", lot)
                    .replace("L-18", lot)
                    .replace("sup_1", supplier);
            publish("stock.lots_shipped", "LOT-1@hub_1", event);
        });
    }

    private List<String> lots(String token) {
        var answer = http.get()
                .uri("/api/products/prd_lot/quality")
                .header("Authorization", token)
                .exchange();
        assertThat(answer).hasStatusOk();
        return JsonPath.read(new String(answer.getResponse().getContentAsByteArray(), UTF_8), "$.alerts[*].lot");
    }

    private void publish(Product product, Opinion opinion, String name, int count) {
        IntStream.rangeClosed(1, count).mapToObj(at -> name + "_" + at).forEach(each -> {
            var review = Review.write("rev_" + each, product, "ord_" + each, "acc_" + each, opinion, List.of(), NOW);
            reviews.add(review);
            follow.see(review.id(), product.id());
            follow.see(review.id(), product.id());
        });
    }

    private void awaitSeen(int count) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(watches.of(BURST).version()).isEqualTo(count);
            assertThat(watches.of(BURST).noted()).isEmpty();
        });
    }

    private MvcTestResult quality(String product) {
        return http.get().uri("/api/products/" + product + "/quality").exchange();
    }
}
