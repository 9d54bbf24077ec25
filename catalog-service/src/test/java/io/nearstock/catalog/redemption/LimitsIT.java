package io.nearstock.catalog.redemption;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.listIn;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.PromotionFixtures.combined;
import static io.nearstock.catalog.PromotionFixtures.limited;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static io.nearstock.catalog.PromotionFixtures.withCoupon;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.nearstock.testkit.TestTokens;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Budgets and limits are never exceeded, however many want the last use. Each test has a coupon of its own, as they share one service. */
@CatalogTest
class LimitsIT {

    private final MockMvcTester http;
    private final Products products;
    private final Promotions promotions;
    private final PriceLists priceLists;
    private final Till till;

    LimitsIT(MockMvcTester http, Products products, Promotions promotions, PriceLists priceLists) {
        this.till = new Till(http, promotions);
        this.http = http;
        this.products = products;
        this.promotions = promotions;
        this.priceLists = priceLists;
        products.add(offered("prd_lamp", "LAMP", "Lamp", "redeem", 1000));
    }

    @Test
    void elevenAtOnceUseABudgetOfTenTenTimes() throws InterruptedException {
        till.promise("prm_ten", "TEN", new Limits(10L, null, null));

        var answers = atOnce(11, number -> till.hold("hld_ten_" + number, "acc_" + number, "TEN"));

        assertThat(answers).filteredOn(answer -> status(answer) == 200).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> status(answer) == 422)
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("coupon_used_up"));
        assertThat(till.used("prm_ten")).isEqualTo(10);
    }

    /** Nobody has used it yet, so all of them find that there is no row. */
    @Test
    void theFirstOnesDoNotTakeEachOthersUse() throws InterruptedException {
        for (var round = 0; round < 20; round++) {
            var name = "first_" + round;
            till.promise("prm_" + name, name.toUpperCase(Locale.ROOT), new Limits(4L, null, null));

            var answers = atOnce(
                    4, number -> till.hold("hld_" + name + number, "acc_" + number, name.toUpperCase(Locale.ROOT)));

            assertThat(answers).allSatisfy(answer -> assertThat(status(answer)).isEqualTo(200));
        }
    }

    @Test
    void aBudgetOfMoneyIsNeverExceeded() throws InterruptedException {
        till.promise("prm_money", "MONEY", new Limits(null, pence(399), null));

        var answers = atOnce(8, number -> till.hold("hld_money_" + number, "acc_" + number, "MONEY"));

        assertThat(answers).filteredOn(answer -> status(answer) == 200).hasSize(3);
        assertThat(till.usage("prm_money")).bodyJson().isLenientlyEqualTo("""
            {"uses": 3, "spend": {"amount": 300}, "spendLeft": {"amount": 99}}\
            """);
    }

    @Test
    void usesCountInEveryCurrencyAndMoneyInOne() {
        priceLists.add(listIn("EUR", "prl_redeem"));
        priceLists.put(List.of(ListPrice.of("prl_redeem", "LAMP", List.of(new Tier(1, 1200)))));
        var terms = limited(withCoupon("prm_euro", new Percentage(10), "EURO"), new Limits(3L, null, null));
        promotions.add(Till.running(terms));

        assertThat(till.hold("hld_euro_1", "acc_1", "EURO")).hasStatusOk();
        var euros = holdIn("EUR", "hld_euro_2");
        assertThat(euros)
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": {\"amount\": 1080, \"currency\": \"EUR\"}}");
        assertThat(Till.body(holdIn("EUR", "hld_euro_2"))).isEqualTo(Till.body(euros));
        assertThat(holdIn("GBP", "hld_euro_2")).hasStatus(409);

        assertThat(till.usage("prm_euro")).bodyJson().isLenientlyEqualTo("""
            {"uses": 2, "spend": {"amount": 100, "currency": "GBP"}, "usesLeft": 1}\
            """);
    }

    private MvcTestResult holdIn(String currency, String id) {
        return till.post("/internal/quotes", """
            {"lines": [{"sku": "LAMP", "quantity": 1}], "coupon": "EURO", "customerId": "acc_1", "currency": "%s",
             "holdId": "%s"}\
            """.formatted(currency, id));
    }

    @Test
    void oneCustomerHasNoMoreThanTheirShare() {
        till.promise("prm_share", "SHARE", new Limits(null, null, 1));
        till.hold("hld_share_1", "acc_share", "SHARE");

        assertThat(till.hold("hld_share_2", "acc_share", "SHARE")).hasStatus(422);
        assertThat(till.hold("hld_share_3", "acc_other", "SHARE")).hasStatusOk();
    }

    @Test
    void withoutACouponTheRestIsSoldAtItsPrice() {
        products.add(offered("prd_rest", "REST", "Rest", "redeem/rest", 5000));
        promotions.add(
                limited(about("prm_rest", combined("prm_rest", new Percentage(50))), new Limits(1L, null, null)));

        assertThat(till.hold("hld_rest_1", "acc_1", "REST", "null"))
                .bodyJson()
                .extractingPath("$.total.amount")
                .isEqualTo(2500);
        assertThat(till.hold("hld_rest_2", "acc_2", "REST", "null"))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": {\"amount\": 5000}}");
        assertThat(Till.body(till.hold("hld_rest_2", "acc_2", "REST", "null"))).doesNotContain("usesHeldUntil");
    }

    @Test
    void aSegmentsPromotionIsForItsCustomers() {
        var terms = till.promise("prm_vip", "VIP", Limits.NONE).terms();
        promotions.replace(promotions.of("prm_vip").promise(ofSegment(terms, "vip"), NOW));

        assertThat(till.hold("hld_vip_1", "acc_vip", "VIP")).hasStatus(422);
        segment("acc_vip");

        assertThat(till.hold("hld_vip_1", "acc_vip", "VIP")).hasStatusOk();
        assertThat(till.hold("hld_vip_2", "acc_none", "VIP")).hasStatus(422);
    }

    private static Promotion about(String id, Promotion promotion) {
        return Promotion.announce(id, Till.with(promotion.terms(), List.of("redeem/rest"), null), NOW);
    }

    private static PromotionTerms ofSegment(PromotionTerms terms, String segment) {
        return Till.with(terms, terms.categories(), segment);
    }

    private void segment(String customer) {
        assertThat(http.put()
                        .uri("/api/segments/vip/customers/" + customer)
                        .header("Authorization", TestTokens.staff("catalog"))
                        .exchange())
                .hasStatus(204);
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
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
