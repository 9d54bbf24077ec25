package io.nearstock.catalog.quality.watch;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Opinion;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Review;
import io.nearstock.catalog.Reviews;
import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CatalogTest
class QualityIT {

    private static final int GOOD = 30;
    private static final int BAD = 12;

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
            assertThat(watches.of("prd_burst").version()).isEqualTo(count);
            assertThat(watches.of("prd_burst").noted()).isEmpty();
        });
    }

    private MvcTestResult quality(String product) {
        return http.get().uri("/api/products/" + product + "/quality").exchange();
    }
}
