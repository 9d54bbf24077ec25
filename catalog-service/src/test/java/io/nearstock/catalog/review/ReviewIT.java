package io.nearstock.catalog.review;

import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.RatingView;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Each test has a product and a customer of its own, as they share one service. */
@CatalogTest
class ReviewIT {

    private static final String STAFF = TestTokens.staff("catalog");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final MockMvcTester http;
    private final Products products;
    private final Deliveries deliveries;
    private final TestEvents events;

    ReviewIT(MockMvcTester http, Products products, Deliveries deliveries, TestEvents events) {
        this.http = http;
        this.products = products;
        this.deliveries = deliveries;
        this.events = events;
        products.add(offered("prd_undelivered", "SKU-undelivered", "Lamp", "reviewed", 1000));
    }

    @Test
    @Consumes({"order.shipment_delivered", "review.published", "review.withheld"})
    void whatWasDeliveredIsReviewedOnceAndGivesTheProductItsStars() {
        deliver("stars");

        var review = write("stars", "acc_stars", 4, "Hangs and glows in our hall");
        assertThat(review).hasStatus(201);
        assertThat(write("stars", "acc_stars", 1, "Changed my mind")).hasStatus(409);
        awaitRating("stars", 4.0, 1);
        assertThat(list("stars")).bodyJson().extractingPath("$.items[0].rating").isEqualTo(4);

        assertThat(moderate(location(review), 1, "reject")).hasStatusOk();
        awaitRating("stars", null, 0);
        assertThat(list("stars")).bodyJson().extractingPath("$.items").asArray().isEmpty();
    }

    @Test
    void nobodyReviewsWhatWasNotDeliveredToThem() {
        deliver("other");

        assertRefused(write("other", "acc_somebody", 1, "I never had it"), "not_delivered");
        assertRefused(write("undelivered", "acc_none", 1, "I never had it"), "not_delivered");
    }

    @Test
    void aSuspiciousReviewWaitsForStaff() {
        deliver("link");

        var review = write("link", "acc_link", 5, "More at https://example.org");

        assertThat(review).hasStatus(201).bodyJson().extractingPath("$.status").isEqualTo("pending");
        assertThat(list("link")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(get(location(review), TestTokens.bearer("acc_other", "customer")))
                .hasStatus(404);
        assertThat(get("/api/products/reviews", STAFF))
                .bodyJson()
                .extractingPath("$.items[*].flags[0]")
                .asArray()
                .contains("link");
        assertThat(moderate(location(review), 1, "publish")).hasStatusOk();
        assertThat(list("link")).bodyJson().extractingPath("$.items").asArray().hasSize(1);
    }

    @Test
    void isRewrittenByItsAuthorAlonePraisedOnceByOthers() {
        deliver("edit");
        var review = location(write("edit", "acc_edit", 2, "Bent on one side"));
        var author = TestTokens.bearer("acc_edit", "customer");
        var other = TestTokens.bearer("acc_reader", "customer");

        assertThat(rewrite(review, other, 1)).hasStatus(404);
        assertThat(rewrite(review, author, 1)).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(rewrite(review, author, 1)).hasStatus(412);
        for (var voter : new String[] {author, other, other}) {
            assertThat(http.post().uri(review + "/helpful").header("Authorization", voter))
                    .hasStatus(204);
        }
        assertThat(get(review, author)).bodyJson().isLenientlyEqualTo("""
            {"rating": 5, "helpful": 1, "history": [{"rating": 2, "text": "Bent on one side"}]}\
            """);
    }

    private void deliver(String name) {
        products.add(offered("prd_" + name, "SKU-" + name, "Lamp", "reviewed", 1000));
        var event = Contracts.event("order.shipment_delivered")
                .replace("ord_1", "ord_" + name)
                .replace("acc_1", "acc_" + name)
                .replace("KETTLE-17", "SKU-" + name);
        events.publish("order.shipment_delivered", "ord_" + name, 1, event);
        events.publish("order.shipment_delivered", "ord_" + name, 1, event);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries.have("ord_" + name, "acc_" + name, "SKU-" + name))
                        .isTrue());
    }

    private void awaitRating(String name, @Nullable Double average, int count) {
        await().atMost(SOON).untilAsserted(() -> {
            var view = RatingView.of(products.sold("prd_" + name).rating());
            assertThat(view).isEqualTo(new RatingView(average, count));
        });
    }

    private MvcTestResult write(String name, String account, int rating, String text) {
        return http.post()
                .uri("/api/products/prd_" + name + "/reviews")
                .header("Authorization", TestTokens.bearer(account, "customer"))
                .header("Idempotency-Key", "review " + name + account + rating)
                .contentType(APPLICATION_JSON)
                .content("{\"rating\": %d, \"text\": \"%s\", \"orderId\": \"ord_%s\"}".formatted(rating, text, name))
                .exchange();
    }

    private MvcTestResult rewrite(String review, String token, long seen) {
        return http.put()
                .uri(review)
                .header("Authorization", token)
                .header("If-Match", "\"" + seen + "\"")
                .contentType(APPLICATION_JSON)
                .content("{\"rating\": 5, \"text\": \"Straightened it, fine\"}")
                .exchange();
    }

    private MvcTestResult moderate(String review, long seen, String decision) {
        return http.put()
                .uri(review + "/moderation")
                .header("Authorization", STAFF)
                .header("If-Match", "\"" + seen + "\"")
                .contentType(APPLICATION_JSON)
                .content("{\"decision\": \"" + decision + "\"}")
                .exchange();
    }

    private MvcTestResult list(String name) {
        return http.get().uri("/api/products/prd_" + name + "/reviews").exchange();
    }

    private MvcTestResult get(String path, String token) {
        return http.get().uri(path).header("Authorization", token).exchange();
    }

    private static String location(MvcTestResult created) {
        return String.valueOf(created.getResponse().getHeader("Location"));
    }

    private static void assertRefused(MvcTestResult result, String code) {
        assertThat(result).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
