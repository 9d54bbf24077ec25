package io.nearstock.catalog.redemption;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static io.nearstock.catalog.ProductFixtures.offeredLantern;
import static io.nearstock.catalog.PromotionFixtures.combined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.Benefit.Percentage;
import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Limits;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.PromotionTerms;
import io.nearstock.catalog.Promotions;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** Each test has a coupon of its own, as they share one service. */
@CatalogTest
class RedemptionIT {

    private final Products products;
    private final Promotions promotions;
    private final TestEvents events;
    private final Till till;

    RedemptionIT(MockMvcTester http, Products products, Promotions promotions, TestEvents events) {
        this.till = new Till(http, promotions);
        this.products = products;
        this.promotions = promotions;
        this.events = events;
        products.add(offered("prd_lamp", "LAMP", "Lamp", "redeem", 1000));
    }

    @Test
    @Consumes("order.cancelled")
    void aCancelledOrderGivesItsUseBackOnce() {
        till.promise("prm_back", "BACK", new Limits(2L, null, null));
        till.hold("hld_back_1", "acc_1", "BACK");
        till.hold("hld_back_2", "acc_2", "BACK");
        till.claim("hld_back_1", "ord_back_1");
        till.claim("hld_back_2", "ord_back_2");
        var cancelled = Contracts.event("order.cancelled")
                .replace("hld_1", "hld_back_1")
                .replace("ord_1", "ord_back_1");

        events.publish("order.cancelled", "ord_back_1", 2, cancelled);
        events.publish("order.cancelled", "ord_back_1", 2, cancelled);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(till.used("prm_back")).isEqualTo(1));
        assertThat(till.hold("hld_back_3", "acc_3", "BACK")).hasStatusOk();
        assertThat(till.hold("hld_back_4", "acc_4", "BACK")).hasStatus(422);
    }

    @Test
    @Consumes("hold.expired")
    void usesExpireWithTheHoldOnStockUnlessAnOrderHasThem() {
        till.promise("prm_expire", "EXPIRE", new Limits(2L, null, null));
        till.hold("hld_expire_1", "acc_1", "EXPIRE");
        till.hold("hld_expire_2", "acc_2", "EXPIRE");
        till.claim("hld_expire_2", "ord_expire_2");

        for (var hold : List.of("hld_expire_2", "hld_expire_1")) {
            var expired = Contracts.event("hold.expired").replace("hld_1", hold);
            events.publish("hold.expired", "hld_expire", 1, expired);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(till.used("prm_expire")).isEqualTo(1));
        assertThat(till.claim("hld_expire_1", "ord_expire_1")).hasStatus(409);
    }

    @Test
    void saysToOrderServiceWhatTheContractSays() {
        products.add(offeredHolder());
        products.add(offeredLantern());
        var promotion = combined("prm_contract", new Percentage(10));
        var terms = new PromotionTerms(
                "First hundred",
                promotion.terms().benefit(),
                List.of("85123A"),
                List.of(),
                null,
                Instant.EPOCH,
                Instant.parse("2099-01-01T00:00:00Z"),
                "HUNDRED",
                null,
                new Limits(100L, null, 1),
                true,
                0);
        promotions.add(Promotion.announce("prm_contract", terms, NOW));
        var asked = Contracts.call("quote.request").replaceFirst("\\{", "{\"coupon\": \"HUNDRED\",");

        var answer = Till.body(till.post("/internal/quotes", asked))
                .replaceFirst("\"usesHeldUntil\":\"[^\"]+", "\"usesHeldUntil\":\"2026-11-01T10:10:00Z");

        var json = new JsonMapper();
        assertThat(json.readTree(answer)).isEqualTo(json.readTree(Contracts.call("quote-reduced.response")));
        var hold = json.readTree(asked).path("holdId").asString();
        for (var step : List.of("claim", "release")) {
            assertThat(till.post("/internal/redemptions/" + hold + "/" + step, Contracts.call("redemption.request")))
                    .hasStatus(204);
        }
        assertThat(till.used("prm_contract")).isZero();
    }

    @Test
    void answersARepetitionAsBeforeAndNothingElseUnderItsId() {
        till.promise("prm_again", "AGAIN", new Limits(1L, null, null));
        var first = till.hold("hld_again", "acc_1", "AGAIN");

        assertThat(Till.body(till.hold("hld_again", "acc_1", "AGAIN"))).isEqualTo(Till.body(first));
        assertThat(till.used("prm_again")).isEqualTo(1);
        assertThat(till.hold("hld_again", "acc_2", "AGAIN")).hasStatus(409);
        assertThat(till.claim("hld_again", "ord_1")).hasStatus(204);
        assertThat(till.claim("hld_again", "ord_1")).hasStatus(204);
        assertThat(till.claim("hld_again", "ord_2"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("hold_claimed");
    }

    @Test
    void whatWasReleasedBeforeItWasAskedForIsNeverHeld() {
        till.promise("prm_late", "LATE", new Limits(1L, null, null));

        assertThat(till.tell("hld_late", "release", "ord_late")).hasStatus(204);

        assertThat(till.hold("hld_late", "acc_1", "LATE"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("hold_released");
        assertThat(till.used("prm_late")).isZero();
    }
}
