package io.nearstock.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.order.Catalog.Quote.Quoted;
import io.nearstock.order.Catalog.Quote.Rejected;
import io.nearstock.order.Catalog.Quote.Unavailable;
import io.nearstock.order.CatalogClient.QuoteAnswer;
import io.nearstock.order.CatalogClient.QuoteRequest;
import io.nearstock.order.CatalogClient.RedemptionRequest;
import io.nearstock.testkit.Contracts;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says what the contracts say to catalog-service, and acts on what they let it answer. */
class CatalogContractTests {

    private static final List<Item> LINES = List.of(new Item("KETTLE-17", 2), new Item("TEA-50", 1));

    private final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();

    @Test
    void asksForAQuoteAsTheContractSays() {
        var lines = List.of(new Item("85123A", 6), new Item("71053", 2));
        var request =
                new QuoteRequest(lines, null, "acc_01jd3k8e5q7x2m9v4c6b8n0t1c", null, "hld_01jd3k8e5q7x2m9v4c6b8n0t1h");

        assertThat(strict.valueToTree(request).toString())
                .isEqualTo(strict.readTree(Contracts.call("quote.request")).toString());
    }

    @Test
    void asksForAQuoteInACurrencyAsTheContractSays() {
        var lines = List.of(new Item("85123A", 6), new Item("71053", 2));
        var request = new QuoteRequest(
                lines, null, "acc_01jd3k8e5q7x2m9v4c6b8n0t1c", "EUR", "hld_01jd3k8e5q7x2m9v4c6b8n0t1e");

        assertThat(strict.valueToTree(request).toString())
                .isEqualTo(strict.readTree(Contracts.call("quote-currency.request"))
                        .toString());
    }

    @Test
    void passesOnWhichLinesHaveNoPriceInACurrency() {
        var catalog = catalog(() -> {
            throw Refusals.of(422, Contracts.call("quote.refusal"));
        });

        assertThat(catalog.quote("acc_1", "hld_1", LINES, new Choice(null, "EUR")))
                .isEqualTo(new Rejected(
                        "no_price_in_currency",
                        "Some of this has no price in this currency.",
                        List.of(new FieldError(
                                "/lines/1",
                                "no_price_in_currency",
                                "This has no price in this currency.",
                                Map.of("sku", "71053")))));
    }

    @Test
    void takesNamesAndPricesFromTheQuote() {
        var catalog = catalog(() -> strict.readValue(Contracts.call("quote.response"), QuoteAnswer.class));

        assertThat(catalog.quote("acc_1", "hld_1", LINES, Choice.NONE)).isInstanceOfSatisfying(Quoted.class, quoted -> {
            assertThat(quoted.lines()).extracting(OrderLine::sku).containsExactly("85123A", "71053");
            assertThat(quoted.lines().getFirst().name()).isEqualTo("White hanging heart T-light holder");
            assertThat(quoted.lines())
                    .extracting(OrderLine::total)
                    .containsExactly(new Money(1530, "GBP"), new Money(678, "GBP"));
        });
    }

    @Test
    void keepsWhatEachPromotionTakesOffALineAndHowLongItsUsesAreHeld() {
        var catalog = catalog(() -> strict.readValue(Contracts.call("quote-reduced.response"), QuoteAnswer.class));

        assertThat(catalog.quote("acc_1", "hld_1", LINES, new Choice("FIRST", null)))
                .isInstanceOfSatisfying(Quoted.class, quoted -> {
                    assertThat(quoted.lines().getFirst().discounts())
                            .containsExactly(new Discount("prm_contract", "First hundred", new Money(153, "GBP")));
                    assertThat(quoted.usesUntil()).isEqualTo("2026-11-01T10:10:00Z");
                });
    }

    @Test
    void claimsAndReleasesUsesAsTheContractSays() {
        assertThat(strict.valueToTree(new RedemptionRequest("ord_1")).toString())
                .isEqualTo(strict.readTree(Contracts.call("redemption.request")).toString());
        var late = catalog(() -> {
            throw Refusals.of(409, "{\"code\": \"hold_expired\"}");
        });
        var away = catalog(() -> {
            throw Refusals.of(503, "");
        });

        assertThat(late.claim("hld_1", "ord_1")).isEqualTo(Catalog.Claim.EXPIRED);
        assertThat(away.claim("hld_1", "ord_1")).isEqualTo(Catalog.Claim.UNAVAILABLE);
        assertThat(away.release("hld_1", "ord_1")).isFalse();
    }

    @Test
    void doesNotWaitForACatalogueThatHasFailedAgainAndAgain() {
        var calls = new int[1];
        var catalog = catalog(() -> {
            calls[0]++;
            throw Refusals.of(503, "");
        });

        for (int i = 0; i < 30; i++) {
            assertThat(catalog.quote("acc_1", "hld_1", LINES, Choice.NONE)).isEqualTo(new Unavailable());
        }
        assertThat(calls[0]).isEqualTo(10);
    }

    private Catalog catalog(Supplier<QuoteAnswer> answer) {
        return new Catalog(
                new CatalogClient() {
                    @Override
                    public QuoteAnswer quote(QuoteRequest request) {
                        return answer.get();
                    }

                    @Override
                    public void claim(String id, RedemptionRequest request) {
                        var _ = answer.get();
                    }

                    @Override
                    public void release(String id, RedemptionRequest request) {
                        var _ = answer.get();
                    }
                },
                breakers);
    }
}
