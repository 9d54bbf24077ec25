package io.nearstock.catalog.redemption;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.PromotionFixtures.limited;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static io.nearstock.catalog.PromotionFixtures.withCoupon;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.Benefit.Fixed;
import io.nearstock.catalog.Limits;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.PromotionTerms;
import io.nearstock.catalog.Promotions;
import io.nearstock.testkit.TestTokens;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Holds and claims uses as order-service does, and announces promotions that have some. */
final class Till {

    static final String ORDER_SERVICE = TestTokens.service("order-service");

    private final MockMvcTester http;
    private final Promotions promotions;

    Till(MockMvcTester http, Promotions promotions) {
        this.http = http;
        this.promotions = promotions;
    }

    Promotion promise(String id, String coupon, Limits limits) {
        var promotion = limited(running(withCoupon(id, new Fixed(pence(100)), coupon)), limits);
        promotions.add(promotion);
        return promotion;
    }

    static Promotion running(Promotion promotion) {
        var terms = promotion.terms();
        return Promotion.announce(promotion.id(), with(terms, terms.categories(), terms.segment()), NOW);
    }

    static PromotionTerms with(PromotionTerms terms, List<String> categories, @Nullable String segment) {
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

    MvcTestResult hold(String id, String customer, String coupon) {
        return hold(id, customer, "LAMP", "\"" + coupon + "\"");
    }

    MvcTestResult hold(String id, String customer, String sku, String coupon) {
        return post("/internal/quotes", """
            {"lines": [{"sku": "%s", "quantity": 1}], "coupon": %s, "customerId": "%s", "holdId": "%s"}\
            """.formatted(sku, coupon, customer, id));
    }

    MvcTestResult claim(String id, String order) {
        return tell(id, "claim", order);
    }

    MvcTestResult tell(String id, String what, String order) {
        return post("/internal/redemptions/" + id + "/" + what, "{\"orderId\": \"" + order + "\"}");
    }

    MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", ORDER_SERVICE)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    long used(String promotion) {
        return promotionUses(usage(promotion));
    }

    MvcTestResult usage(String promotion) {
        return http.get()
                .uri("/api/promotions/" + promotion + "/usage")
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
    }

    static long promotionUses(MvcTestResult usage) {
        return new JsonMapper().readTree(body(usage)).path("uses").asLong();
    }

    static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
