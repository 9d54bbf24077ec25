package io.nearstock.catalog.redemption;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.listIn;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static io.nearstock.catalog.ProductFixtures.offeredLantern;
import static io.nearstock.catalog.PromotionFixtures.combined;
import static io.nearstock.catalog.PromotionFixtures.limited;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static io.nearstock.catalog.PromotionFixtures.withCoupon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.Benefit.Fixed;
import io.nearstock.catalog.Benefit.Percentage;
import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Limits;
import io.nearstock.catalog.ListPrice;
import io.nearstock.catalog.ListPrice.Tier;
import io.nearstock.catalog.PriceLists;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.PromotionTerms;
import io.nearstock.catalog.Promotions;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Each test has a coupon of its own, as they share one service. */
@CatalogTest
class RedemptionIT {

    private static final String ORDER_SERVICE = TestTokens.service("order-service");

    private final MockMvcTester http;
    private final Products products;
    private final Promotions promotions;
    private final PriceLists priceLists;
    private final TestEvents events;

    RedemptionIT(
            MockMvcTester http, Products products, Promotions promotions, PriceLists priceLists, TestEvents events) {
        this.http = http;
        this.products = products;
        this.promotions = promotions;
        this.priceLists = priceLists;
        this.events = events;
        products.add(offered("prd_lamp", "LAMP", "Lamp", "redeem", 1000));
    }

    @Test
    void elevenAtOnceUseABudgetOfTenTenTimes() throws InterruptedException {
        promise("prm_ten", "TEN", new Limits(10L, null, null));

        var answers = atOnce(11, number -> hold("hld_ten_" + number, "acc_" + number, "TEN"));

        assertThat(answers).filteredOn(answer -> status(answer) == 200).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> status(answer) == 422)
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("coupon_used_up"));
        assertThat(used("prm_ten")).isEqualTo(10);
    }

    /** Nobody has used it yet, so all of them find that there is no row. */
    @Test
    void theFirstOnesDoNotTakeEachOthersUse() throws InterruptedException {
        for (var round = 0; round < 20; round++) {
            var name = "first_" + round;
            promise("prm_" + name, name.toUpperCase(Locale.ROOT), new Limits(4L, null, null));

            var answers =
                    atOnce(4, number -> hold("hld_" + name + number, "acc_" + number, name.toUpperCase(Locale.ROOT)));

            assertThat(answers).allSatisfy(answer -> assertThat(status(answer)).isEqualTo(200));
        }
    }

    @Test
    void aBudgetOfMoneyIsNeverExceeded() throws InterruptedException {
        promise("prm_money", "MONEY", new Limits(null, pence(399), null));

        var answers = atOnce(8, number -> hold("hld_money_" + number, "acc_" + number, "MONEY"));

        assertThat(answers).filteredOn(answer -> status(answer) == 200).hasSize(3);
        assertThat(usage("prm_money")).bodyJson().isLenientlyEqualTo("""
            {"uses": 3, "spend": {"amount": 300}, "spendLeft": {"amount": 99}}\
            """);
    }

    @Test
    @Consumes("order.cancelled")
    void aCancelledOrderGivesItsUseBackOnce() {
        promise("prm_back", "BACK", new Limits(2L, null, null));
        hold("hld_back_1", "acc_1", "BACK");
        hold("hld_back_2", "acc_2", "BACK");
        claim("hld_back_1", "ord_back_1");
        claim("hld_back_2", "ord_back_2");
        var cancelled = Contracts.event("order.cancelled")
                .replace("hld_1", "hld_back_1")
                .replace("ord_1", "ord_back_1");

        events.publish("order.cancelled", "ord_back_1", 2, cancelled);
        events.publish("order.cancelled", "ord_back_1", 2, cancelled);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(used("prm_back")).isEqualTo(1));
        assertThat(hold("hld_back_3", "acc_3", "BACK")).hasStatusOk();
        assertThat(hold("hld_back_4", "acc_4", "BACK")).hasStatus(422);
    }

    @Test
    @Consumes("hold.expired")
    void usesExpireWithTheHoldOnStockUnlessAnOrderHasThem() {
        promise("prm_expire", "EXPIRE", new Limits(2L, null, null));
        hold("hld_expire_1", "acc_1", "EXPIRE");
        hold("hld_expire_2", "acc_2", "EXPIRE");
        claim("hld_expire_2", "ord_expire_2");

        for (var hold : List.of("hld_expire_2", "hld_expire_1")) {
            var expired = Contracts.event("hold.expired").replace("hld_1", hold);
            events.publish("hold.expired", "hld_expire", 1, expired);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(used("prm_expire")).isEqualTo(1));
        assertThat(claim("hld_expire_1", "ord_expire_1")).hasStatus(409);
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

        var answer = body(post("/internal/quotes", asked))
                .replaceFirst("\"usesHeldUntil\":\"[^\"]+", "\"usesHeldUntil\":\"2026-11-01T10:10:00Z");

        var json = new JsonMapper();
        assertThat(json.readTree(answer)).isEqualTo(json.readTree(Contracts.call("quote-reduced.response")));
        var hold = json.readTree(asked).path("holdId").asString();
        for (var step : List.of("claim", "release")) {
            assertThat(post("/internal/redemptions/" + hold + "/" + step, Contracts.call("redemption.request")))
                    .hasStatus(204);
        }
        assertThat(used("prm_contract")).isZero();
    }

    @Test
    void answersARepetitionAsBeforeAndNothingElseUnderItsId() {
        promise("prm_again", "AGAIN", new Limits(1L, null, null));
        var first = hold("hld_again", "acc_1", "AGAIN");

        assertThat(body(hold("hld_again", "acc_1", "AGAIN"))).isEqualTo(body(first));
        assertThat(used("prm_again")).isEqualTo(1);
        assertThat(hold("hld_again", "acc_2", "AGAIN")).hasStatus(409);
        assertThat(claim("hld_again", "ord_1")).hasStatus(204);
        assertThat(claim("hld_again", "ord_1")).hasStatus(204);
        assertThat(claim("hld_again", "ord_2"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("hold_claimed");
    }

    @Test
    void usesCountInEveryCurrencyAndMoneyInOne() {
        priceLists.add(listIn("EUR", "prl_redeem"));
        priceLists.put(List.of(ListPrice.of("prl_redeem", "LAMP", List.of(new Tier(1, 1200)))));
        var terms = limited(withCoupon("prm_euro", new Percentage(10), "EURO"), new Limits(3L, null, null));
        promotions.add(running(terms));

        assertThat(hold("hld_euro_1", "acc_1", "EURO")).hasStatusOk();
        var euros = holdIn("EUR", "hld_euro_2");
        assertThat(euros)
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": {\"amount\": 1080, \"currency\": \"EUR\"}}");
        assertThat(body(holdIn("EUR", "hld_euro_2"))).isEqualTo(body(euros));
        assertThat(holdIn("GBP", "hld_euro_2")).hasStatus(409);

        assertThat(usage("prm_euro")).bodyJson().isLenientlyEqualTo("""
            {"uses": 2, "spend": {"amount": 100, "currency": "GBP"}, "usesLeft": 1}\
            """);
    }

    private MvcTestResult holdIn(String currency, String id) {
        return post("/internal/quotes", """
            {"lines": [{"sku": "LAMP", "quantity": 1}], "coupon": "EURO", "customerId": "acc_1", "currency": "%s",
             "holdId": "%s"}\
            """.formatted(currency, id));
    }

    @Test
    void whatWasReleasedBeforeItWasAskedForIsNeverHeld() {
        promise("prm_late", "LATE", new Limits(1L, null, null));

        assertThat(tell("hld_late", "release", "ord_late")).hasStatus(204);

        assertThat(hold("hld_late", "acc_1", "LATE"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("hold_released");
        assertThat(used("prm_late")).isZero();
    }

    @Test
    void oneCustomerHasNoMoreThanTheirShare() {
        promise("prm_share", "SHARE", new Limits(null, null, 1));
        hold("hld_share_1", "acc_share", "SHARE");

        assertThat(hold("hld_share_2", "acc_share", "SHARE")).hasStatus(422);
        assertThat(hold("hld_share_3", "acc_other", "SHARE")).hasStatusOk();
    }

    @Test
    void withoutACouponTheRestIsSoldAtItsPrice() {
        products.add(offered("prd_rest", "REST", "Rest", "redeem/rest", 5000));
        promotions.add(
                limited(about("prm_rest", combined("prm_rest", new Percentage(50))), new Limits(1L, null, null)));

        assertThat(hold("hld_rest_1", "acc_1", "REST", "null"))
                .bodyJson()
                .extractingPath("$.total.amount")
                .isEqualTo(2500);
        assertThat(hold("hld_rest_2", "acc_2", "REST", "null"))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": {\"amount\": 5000}}");
        assertThat(body(hold("hld_rest_2", "acc_2", "REST", "null"))).doesNotContain("usesHeldUntil");
    }

    @Test
    void aSegmentsPromotionIsForItsCustomers() {
        var terms = promise("prm_vip", "VIP", Limits.NONE).terms();
        promotions.replace(promotions.of("prm_vip").promise(ofSegment(terms, "vip"), NOW));

        assertThat(hold("hld_vip_1", "acc_vip", "VIP")).hasStatus(422);
        segment("acc_vip");

        assertThat(hold("hld_vip_1", "acc_vip", "VIP")).hasStatusOk();
        assertThat(hold("hld_vip_2", "acc_none", "VIP")).hasStatus(422);
    }

    private Promotion promise(String id, String coupon, Limits limits) {
        var promotion = limited(running(withCoupon(id, new Fixed(pence(100)), coupon)), limits);
        promotions.add(promotion);
        return promotion;
    }

    private static Promotion running(Promotion promotion) {
        var terms = promotion.terms();
        return Promotion.announce(promotion.id(), with(terms, terms.categories(), terms.segment()), NOW);
    }

    private static Promotion about(String id, Promotion promotion) {
        return Promotion.announce(id, with(promotion.terms(), List.of("redeem/rest"), null), NOW);
    }

    private static PromotionTerms ofSegment(PromotionTerms terms, String segment) {
        return with(terms, terms.categories(), segment);
    }

    private static PromotionTerms with(PromotionTerms terms, List<String> categories, @Nullable String segment) {
        return new PromotionTerms(
                terms.name(),
                terms.benefit(),
                terms.skus(),
                categories,
                null,
                Instant.EPOCH,
                Instant.parse("2099-01-01T00:00:00Z"),
                terms.coupon(),
                segment,
                terms.limits(),
                terms.combinable(),
                terms.priority());
    }

    private MvcTestResult hold(String id, String customer, String coupon) {
        return hold(id, customer, "LAMP", "\"" + coupon + "\"");
    }

    private MvcTestResult hold(String id, String customer, String sku, String coupon) {
        return post("/internal/quotes", """
            {"lines": [{"sku": "%s", "quantity": 1}], "coupon": %s, "customerId": "%s", "holdId": "%s"}\
            """.formatted(sku, coupon, customer, id));
    }

    private MvcTestResult claim(String id, String order) {
        return tell(id, "claim", order);
    }

    private MvcTestResult tell(String id, String what, String order) {
        return post("/internal/redemptions/" + id + "/" + what, "{\"orderId\": \"" + order + "\"}");
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", ORDER_SERVICE)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private void segment(String customer) {
        assertThat(http.put()
                        .uri("/api/segments/vip/customers/" + customer)
                        .header("Authorization", TestTokens.staff("catalog"))
                        .exchange())
                .hasStatus(204);
    }

    private long used(String promotion) {
        return promotionUses(usage(promotion));
    }

    private MvcTestResult usage(String promotion) {
        return http.get()
                .uri("/api/promotions/" + promotion + "/usage")
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
    }

    private static long promotionUses(MvcTestResult usage) {
        return new JsonMapper().readTree(body(usage)).path("uses").asLong();
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<MvcTestResult> atOnce(int count, IntFunction<MvcTestResult> call) throws InterruptedException {
        var calls = IntStream.range(0, count)
                .<Callable<MvcTestResult>>mapToObj(number -> () -> call.apply(number))
                .toList();
        try (var callers = Executors.newFixedThreadPool(count)) {
            return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
