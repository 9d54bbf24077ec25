package io.nearstock.catalog.promotion;

import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Products;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CatalogTest
class PromotionControllerTests {

    private static final String STAFF = TestTokens.staff("catalog");

    private final MockMvcTester http;
    private final Products products;
    private final TestEvents events;

    PromotionControllerTests(MockMvcTester http, Products products, TestEvents events) {
        this.http = http;
        this.products = products;
        this.events = events;
    }

    @Test
    void reducesQuotesFromTheMomentItIsAnnounced() {
        products.add(offered("prd_kite", "KITE", "Kite", "toys/kites", 2000));

        var announced = announce("toys", promotion("percentage", "{\"percent\": 25}", "\"coupon\": \"fly\","));

        assertThat(announced).hasStatus(201).hasHeader("ETag", "\"1\"");
        assertThat(announced).bodyJson().extractingPath("$.coupon").isEqualTo("FLY");
        assertThat(quote("KITE", "FLY"))
                .bodyJson()
                .extractingPath("$.lines[0].discounts[0].amount.amount")
                .isEqualTo(500);
        assertThat(quote("KITE", "FALL"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown_coupon");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fixed      | {"amount": {"amount": 500, "currency": "GBP"}}
        buy_x_get_y| {"buy": 2, "get": 1}
        buy_x_get_y| {"buy": 1, "get": 1, "percent": 50}
        bundle     | {"parts": [{"sku": "A", "quantity": 1}, {"sku": "B", "quantity": 2}], "price": {"amount": 999, "currency": "GBP"}}
        gift       | {"sku": "A", "quantity": 1, "minimumSpend": {"amount": 5000, "currency": "GBP"}}
        """)
    void showsEachKindAsItWasAnnounced(String kind, String benefit) {
        var announced = announce(kind + benefit.hashCode(), promotion(kind, benefit, "\"coupon\": \"none-has-it\","));

        assertThat(announced).hasStatus(201);
        var read = http.get()
                .uri(String.valueOf(announced.getResponse().getHeader("Location")))
                .header("Authorization", STAFF)
                .exchange();
        assertThat(read).bodyJson().extractingPath("$.kind").isEqualTo(kind);
        assertThat(read).bodyJson().isLenientlyEqualTo("{\"benefit\": " + benefit + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        percentage | {"amount": {"amount": 500, "currency": "GBP"}} | benefit_mismatch
        percentage | {}                                             | benefit_mismatch
        percentage | {"percent": 5, "buy": 1}                       | benefit_mismatch
        fixed      | {"amount": {"amount": 500, "currency": "ZZZ"}} | unknown_currency
        percentage | {"percent": 101}                               | invalid_request
        discount   | {"percent": 10}                                | invalid_request
        """)
    void refusesWhatMeansNothing(String kind, String benefit, String code) {
        assertThat(announce("refused " + kind + benefit, promotion(kind, benefit, "")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void staysInTheCurrencyOfItsAmounts() {
        var body =
                promotion("fixed", "{\"amount\": {\"amount\": 500, \"currency\": \"EUR\"}}", "\"coupon\": \"euros\",");
        var path = String.valueOf(announce("euros", body).getResponse().getHeader("Location"));

        assertThat(replace(path, "\"1\"", body.replace("EUR", "GBP")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("wrong_currency");
        assertThat(replace(path, "\"1\"", body.replace("500", "400"))).hasStatusOk();
        var usage =
                http.get().uri(path + "/usage").header("Authorization", STAFF).exchange();
        assertThat(usage).bodyJson().extractingPath("$.spend.currency").isEqualTo("EUR");
        var mixed = body.replace(
                "\"coupon\"", "\"budget\": {\"spend\": {\"amount\": 9, \"currency\": \"GBP\"}}, \"coupon\"");
        assertThat(announce("mixed", mixed))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("wrong_currency");
    }

    @Test
    void isChangedByWhoeverHasSeenItsLatestVersion() {
        var body = promotion("percentage", "{\"percent\": 10}", "\"coupon\": \"ten\",");
        var path = String.valueOf(announce("ten", body).getResponse().getHeader("Location"));

        assertThat(replace(path, "\"1\"", body.replace("10", "20")))
                .hasStatusOk()
                .hasHeader("ETag", "\"2\"");
        assertThat(replace(path, "\"1\"", body)).hasStatus(412);
        assertThat(told(path, 1)).contains("\"everybody\":false");
        assertThat(told(path, 2)).contains("\"everybody\":false");
    }

    private String told(String path, long version) {
        var id = path.substring(path.lastIndexOf('/') + 1);
        return events.await("catalog.promotions", event -> id.equals(event.key()) && event.sequence() == version)
                .payload();
    }

    @Test
    void isForStaff() {
        var customer = http.get()
                .uri("/api/promotions")
                .header("Authorization", TestTokens.bearer("acc_1", "customer"))
                .exchange();

        assertThat(customer).hasStatus(403);
    }

    private static String promotion(String kind, String benefit, String more) {
        return """
            {"name": "Autumn", "kind": "%s", "benefit": %s, %s
             "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2099-01-01T00:00:00Z"}\
            """.formatted(kind, benefit, more);
    }

    private MvcTestResult announce(String key, String body) {
        return http.post()
                .uri("/api/promotions")
                .header("Authorization", STAFF)
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult replace(String path, String etag, String body) {
        return http.put()
                .uri(path)
                .header("Authorization", STAFF)
                .header("If-Match", etag)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult quote(String sku, String coupon) {
        return http.post()
                .uri("/api/quotes")
                .contentType(APPLICATION_JSON)
                .content("""
                    {"lines": [{"sku": "%s", "quantity": 1}], "coupon": "%s"}\
                    """.formatted(sku, coupon))
                .exchange();
    }
}
