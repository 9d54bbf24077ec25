package io.nearstock.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.nearstock.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "spring.config.import=classpath:nearstock-chassis.yaml")
@AutoConfigureMockMvc
@Import(TestServers.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class IdempotencyIT {

    private final MockMvcTester http;
    private final Shop.Counter shop;
    private final MongoDatabase database;

    IdempotencyIT(MockMvcTester http, Shop.Counter shop, MongoDatabase database) {
        this.http = http;
        this.shop = shop;
        this.database = database;
    }

    @Test
    void actsOnceAndRepeatsTheAnswer() {
        var first = sell("once", "ann", "TEA");
        var sales = shop.sales.get();
        var second = sell("once", "ann", "TEA");

        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertThat(second).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(second).hasHeader("Location", location(first));
        assertThat(second).hasHeader("Content-Type", "application/json");
        assertThat(text(second)).isEqualTo(text(first)).contains("\"sal_");
        assertThat(shop.sales).hasValue(sales);
    }

    @Test
    void repeatsRefusalsToo() {
        var first = sell("refused", "ann", "SHORT");
        var second = sell("refused", "ann", "SHORT");

        assertThat(second).hasStatus(409).hasHeader("Content-Type", "application/problem+json");
        assertThat(text(second)).isEqualTo(text(first));
    }

    @Test
    void refusesAKeyThatComesWithAnotherBody() {
        sell("reused", "ann", "TEA");

        assertThat(sell("reused", "ann", "KETTLE"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void knowsTheSameRequestInOtherWords() {
        sell("reordered", "ann", "TEA");

        assertThat(post("reordered", "ann", "{\"quantity\":1,\"sku\":\"TEA\"}"))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true");
    }

    @Test
    void doesNotMixUpThePeople() {
        sell("shared", "ann", "TEA");

        assertThat(sell("shared", "bob", "TEA")).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
    }

    /** Else the sale would be made, and its buyer told 406. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "nonsense"})
    void sellsNothingToWhoeverWouldNotTakeTheAnswer(String accept) {
        var sales = shop.sales.get();
        var refused = http.post()
                .uri("/sales")
                .header("Idempotency-Key", "unheard " + accept)
                .header("Accept", accept)
                .contentType(APPLICATION_JSON)
                .content("{\"sku\":\"TEA\",\"quantity\":1}")
                .exchange();

        assertThat(refused).hasStatus(406).hasHeader("Content-Type", "application/problem+json");
        assertThat(shop.sales).hasValue(sales);
        assertThat(post("unheard " + accept, "", "{\"sku\":\"TEA\",\"quantity\":1}"))
                .hasStatus(201);
    }

    @Test
    void needsAKey() {
        var answer = http.post()
                .uri("/sales")
                .contentType(APPLICATION_JSON)
                .content("{}")
                .exchange();

        assertThat(answer).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("idempotency_key_required");
    }

    @Test
    void tellsTheSecondToWaitWhileTheFirstIsRunning() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> sell("slow", "ann", "SLOW"));
            shop.slowBegan.await();

            assertThat(sell("slow", "ann", "SLOW"))
                    .hasStatus(409)
                    .hasHeader("Retry-After", "1")
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("idempotency_in_progress");
            shop.slowMayEnd.countDown();
            assertThat(first.get()).hasStatus(201);
        }
        assertThat(sell("slow", "ann", "SLOW")).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
    }

    @Test
    void forgetsAFailureButNotTheResourceItWasAbout() {
        assertThat(sell("broken", "ann", "BROKEN")).hasStatus(500);
        var sales = shop.sales.get();
        assertThat(sell("broken", "ann", "BROKEN")).hasStatus(500).doesNotContainHeader("Idempotent-Replayed");

        assertThat(shop.sales).hasValue(sales + 1);
    }

    @Test
    void resumesWithTheSameResourceAfterACrash() {
        var first = text(sell("crashed", "ann", "CRASH"));
        // as if the first process had died before it could store its answer
        database.getCollection("idempotency")
                .updateMany(
                        Filters.regex("answer.headers.Location", ".*" + id(first)),
                        Updates.combine(Updates.unset("answer"), Updates.set("leaseUntil", Instant.EPOCH)));

        var second = sell("crashed", "ann", "CRASH");

        assertThat(second).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertThat(id(text(second))).isEqualTo(id(first));
    }

    @Test
    void letsOneInstanceTakeOverARequestWhoseLeaseRanOut() {
        var settings = new IdempotencySettings(Duration.ofSeconds(30), Duration.ofDays(7));
        var one = new IdempotencyKeys(database, settings, at("2026-11-01T10:00:00Z"));
        var two = new IdempotencyKeys(database, settings, at("2026-11-01T10:00:29Z"));
        var three = new IdempotencyKeys(database, settings, at("2026-11-01T10:00:31Z"));

        var first = (IdempotencyKeys.Beginning.Acquired) one.begin("k", "f", "sal_1");
        assertThat(two.begin("k", "f", "sal_2")).isInstanceOf(IdempotencyKeys.Beginning.StillRunning.class);
        var third = (IdempotencyKeys.Beginning.Acquired) three.begin("k", "f", "sal_3");
        one.finish(first, new IdempotencyKeys.Answer(200, Map.of(), ""));

        assertThat(third.resource()).isEqualTo(new ResourceId("sal_1", true));
        assertThat(three.begin("k", "f", "sal_4")).isInstanceOf(IdempotencyKeys.Beginning.StillRunning.class);
    }

    @Test
    void forgetsKeysAfterAWeek() {
        var settings = new IdempotencySettings(Duration.ofSeconds(30), Duration.ofDays(7));
        new IdempotencyKeys(database, settings, at("2020-01-01T00:00:00Z")).begin("old", "f", "sal_1");
        new IdempotencyKeys(database, settings, at("2020-01-08T00:00:01Z")).deleteExpired();

        assertThat(database.getCollection("idempotency").countDocuments(Filters.eq("_id", "old")))
                .isZero();
    }

    private static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    private MvcTestResult sell(String key, String customer, String sku) {
        return post(key, customer, """
            {"sku": "%s", "quantity": 1}\
            """.formatted(sku));
    }

    private MvcTestResult post(String key, String customer, String body) {
        return http.post()
                .uri("/sales")
                .principal(() -> customer)
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static String location(MvcTestResult answer) {
        return requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private static String id(String sale) {
        return sale.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }
}
