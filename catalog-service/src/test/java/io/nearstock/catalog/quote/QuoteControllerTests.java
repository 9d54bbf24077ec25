package io.nearstock.catalog.quote;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.listIn;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static io.nearstock.catalog.ProductFixtures.offeredLantern;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.ListPrice;
import io.nearstock.catalog.ListPrice.Tier;
import io.nearstock.catalog.PriceLists;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CatalogTest
class QuoteControllerTests {

    private final MockMvcTester http;
    private final Products products;
    private final PriceLists priceLists;

    QuoteControllerTests(MockMvcTester http, Products products, PriceLists priceLists) {
        this.http = http;
        this.products = products;
        this.priceLists = priceLists;
    }

    @Test
    void answersOrderServiceAsTheContractSays() {
        products.add(offeredHolder());
        products.add(offeredLantern());

        var answer = http.post()
                .uri("/internal/quotes")
                .header("Authorization", TestTokens.service("order-service"))
                .contentType(APPLICATION_JSON)
                .content(Contracts.call("quote.request"))
                .exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().isEqualTo(Contracts.call("quote.response"), JsonCompareMode.STRICT);
    }

    @Test
    void namesWhatHasNoPriceInOrderServicesCurrencyAsTheContractSays() {
        products.add(offeredHolder());
        products.add(offeredLantern());
        priceLists.add(listIn("EUR", "prl_quote"));
        priceLists.put(List.of(ListPrice.of("prl_quote", "85123A", List.of(new Tier(1, 299)))));

        var answer = http.post()
                .uri("/internal/quotes")
                .header("Authorization", TestTokens.service("order-service"))
                .contentType(APPLICATION_JSON)
                .content(Contracts.call("quote-currency.request"))
                .exchange();

        assertThat(answer).hasStatus(422).bodyJson().isLenientlyEqualTo(Contracts.call("quote.refusal"));
    }

    @Test
    void answersEverybody() {
        products.add(offered("prd_tea", "TEA", "Tea", "food", 350));

        assertThat(post("""
            {"lines": [{"sku": "TEA", "quantity": 2}, {"sku": "TEA", "quantity": 1}]}\
            """))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total.amount")
                .isEqualTo(1050);
    }

    @Test
    void pointsAtWhatIsNotSold() {
        var offered = offered("prd_old", "OLD", "Old", "food", 1);
        products.add(offered);
        products.save((Progress) offered.product().discontinue(by(NOW)));

        var answer = post("""
            {"lines": [{"sku": "NEVER", "quantity": 2}, {"sku": "OLD", "quantity": 1}]}\
            """);

        assertThat(answer).hasStatus(422).bodyJson().extractingPath("$.code").isEqualTo("unknown_sku");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/lines/0", "/lines/1");
    }

    @Test
    void refusesWhatMeansNothing() {
        assertThat(post("{\"lines\": []}")).hasStatus(422);
        assertThat(post("""
            {"lines": [{"sku": "TEA", "quantity": 0}]}\
            """)).hasStatus(422);
        assertThat(post("""
            {"lines": [{"sku": "TEA", "quantity": 1}], "customerId": "acc_1"}\
            """)).hasStatus(400);
    }

    @Test
    void keepsStrangersOutOfTheInternalDoor() {
        var answer = http.post()
                .uri("/internal/quotes")
                .contentType(APPLICATION_JSON)
                .content("{}")
                .exchange();

        assertThat(answer).hasStatus(401);
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/quotes")
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
