package io.nearstock.catalog.category;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offered;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CatalogTest
class CategoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockMvcTester http;
    private final Products products;
    private final CategoryMoves moves;
    private final MoveCategories run;

    CategoryIT(MockMvcTester http, Products products, CategoryMoves moves, MoveCategories run) {
        this.http = http;
        this.products = products;
        this.moves = moves;
        this.run = run;
    }

    @Test
    void takesAllThatIsInItAlong() {
        products.add(offered("prd_cat_1", "CAT1", "Whisk", "moving", 100));
        products.add(offered("prd_cat_2", "CAT2", "Whisk", "moving/deep/er", 100));
        products.add(offered("prd_cat_3", "CAT3", "Whisk", "moving van", 100));
        var gone = offered("prd_cat_4", "CAT4", "Whisk", "moving/deep", 100);
        products.add(gone);
        products.save((Progress) gone.product().discontinue(by(NOW)));

        var answer = move("along", "moving", "moved/here");

        assertThat(answer).hasStatus(202);
        awaitDone(answer);
        assertThat(products.ofIds(List.of("prd_cat_1", "prd_cat_2", "prd_cat_3", "prd_cat_4")))
                .extracting(product ->
                        product.details().category() + " " + product.status().wireName())
                .containsExactlyInAnyOrder(
                        "moved/here active",
                        "moved/here/deep/er active",
                        "moving van active",
                        "moved/here/deep discontinued");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/products?category=moved/here/deep"))
                        .bodyJson()
                        .isLenientlyEqualTo("{\"total\": 1, \"items\": [{\"sku\": \"CAT2\"}]}"));
        assertThat(get("/api/products?category=moving")).bodyJson().isLenientlyEqualTo("{\"total\": 0}");
    }

    @Test
    void movesOneAtATimeAndGoesOnWhereAnInstanceCrashed() {
        products.add(offered("prd_cat_5", "CAT5", "Sieve", "crossing/a", 100));
        var now = Instant.now();
        var crashed = new CategoryMove(
                "mov_crashed",
                "acc_staff",
                "crossing/a",
                "crossing/b/a",
                7,
                CategoryMove.TAKEN,
                now,
                now.plusSeconds(3600),
                null);
        assertThat(moves.add(crashed)).isTrue();
        assertThat(moves.add(crashed)).isTrue();

        assertThat(move("crossing", "crossing", "elsewhere"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("category_move_running");

        assertThat(moves.advance(crashed, 0, now)).isPresent();
        await().atMost(PATIENCE).until(() -> {
            run.runWaiting();
            return moves.of("mov_crashed").doneAt() != null;
        });
        assertThat(moves.of("mov_crashed").moved()).isEqualTo(8);
        assertThat(products.sold("prd_cat_5"))
                .extracting(product -> product.details().category(), Product::version)
                .containsExactly("crossing/b/a", 2L);
    }

    @Test
    void leavesTheRestToWhoeverHasGoneOn() {
        var now = Instant.parse("2020-01-01T00:00:00Z");
        var stale = CategoryMove.asked("mov_stale", "acc_staff", "a", "b", now);

        assertThat(moves.advance(stale, 5, now.plusSeconds(30))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "knives, knives, 422, category_in_itself",
        "knives, knives/long, 422, category_in_itself",
        "nowhere at all, knives, 422, unknown_category",
        "knives//x, y, 422, invalid_request"
    })
    void refusesWhatCannotBe(String from, String to, int status, String code) {
        products.add(offered("prd_cat_6", "CAT6", "Knife", "knives/bread", 100));

        assertThat(move("refused " + from + to, from, to))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
        assertThat(products.sold("prd_cat_6").version()).isEqualTo(1);
    }

    @Test
    void refusesAPathThatIsTooLong() {
        products.add(offered("prd_cat_7", "CAT7", "Fork", "forks/" + "x".repeat(150), 100));

        assertThat(move("long", "forks", "y".repeat(60)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("category_too_long");
    }

    @Test
    void isForStaff() {
        assertThat(http.get().uri("/api/categories/moves/mov_none").exchange()).hasStatus(401);
        assertThat(get("/api/categories/moves/mov_none")).hasStatus(404);
    }

    private void awaitDone(MvcTestResult answer) {
        var location = requireNonNull(answer.getResponse().getHeader("Location"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(location))
                        .bodyJson()
                        .isLenientlyEqualTo("{\"status\": \"succeeded\", \"processed\": 3}"));
    }

    private MvcTestResult move(String key, String from, String to) {
        return http.post()
                .uri("/api/categories/moves")
                .header("Authorization", TestTokens.staff("catalog"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
    }
}
