package io.nearstock.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import feign.FeignException;
import feign.Request;
import feign.Request.HttpMethod;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.order.Accounts.Lookup;
import io.nearstock.order.AccountsClient.AddressAnswer;
import io.nearstock.order.Catalog.Quote.Quoted;
import io.nearstock.order.Catalog.Quote.Rejected;
import io.nearstock.order.Catalog.Quote.Unavailable;
import io.nearstock.order.CatalogClient.QuoteAnswer;
import io.nearstock.order.CatalogClient.QuoteRequest;
import io.nearstock.order.CatalogClient.RedemptionRequest;
import io.nearstock.order.Inventory.Authenticity;
import io.nearstock.order.Inventory.Claim.Claimed;
import io.nearstock.order.Inventory.Claim.Expired;
import io.nearstock.order.Inventory.Claim.TakenByOther;
import io.nearstock.order.Inventory.Hold.Held;
import io.nearstock.order.Inventory.Hold.Lacking;
import io.nearstock.order.InventoryClient.AuthenticityAnswer;
import io.nearstock.order.InventoryClient.ClaimRequest;
import io.nearstock.order.InventoryClient.HoldAnswer;
import io.nearstock.order.InventoryClient.HoldRequest;
import io.nearstock.order.InventoryClient.MissingAnswer;
import io.nearstock.order.InventoryClient.ReleaseRequest;
import io.nearstock.testkit.Contracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says what the contracts say to the neighbours, and acts on what the contracts let them answer. */
class CallContractTests {

    private static final List<Item> LINES = List.of(new Item("KETTLE-17", 2), new Item("TEA-50", 1));

    private final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();

    @Test
    void asksForAHoldAsTheContractSays() {
        var request = new HoldRequest("chk_1", LINES, new GeoPoint("Point", List.of(-0.1276, 51.5072)), "ord_1");

        assertThat(strict.valueToTree(request).toString())
                .isEqualTo(strict.readTree(Contracts.call("hold.request")).toString());
    }

    @Test
    void makesShipmentsOfWhatIsHeld() {
        var hold = inventory(() -> strict.readValue(Contracts.call("hold.response"), HoldAnswer.class));

        assertThat(hold.hold("hld_1", "chk_1", LINES, new GeoPoint("Point", List.of(0.0, 0.0)), "ord_1"))
                .isInstanceOfSatisfying(Held.class, held -> {
                    var shipment = held.shipments().getFirst();
                    assertThat(shipment.hubName()).isEqualTo("Leeds");
                    assertThat(shipment.promisedDate()).isEqualTo(LocalDate.parse("2026-11-02"));
                    assertThat(shipment.lines()).isEqualTo(LINES);
                    assertThat(held.reason()).contains("only Leeds has everything");
                });
    }

    @Test
    void learnsWhenAShipmentCanLeaveThatHasNotCome() {
        var hold = inventory(() -> strict.readValue(Contracts.call("hold-owed.response"), HoldAnswer.class));

        assertThat(hold.hold("hld_1", "chk_1", LINES, new GeoPoint("Point", List.of(0.0, 0.0)), "ord_1"))
                .isInstanceOfSatisfying(
                        Held.class,
                        held -> assertThat(held.shipments().getFirst().shipsOn())
                                .isEqualTo("2026-12-01"));
    }

    @Test
    void learnsWhichHubsStillWaitForGoods() {
        var inventory = inventory(this::held);

        assertThat(inventory.isWaiting("hld_1", "hub_1")).contains(true);
        assertThat(inventory.isWaiting("hld_1", "hub_2")).contains(false);
    }

    @Test
    void passesOnWhichLinesAreShort() {
        var hold = inventory(() -> {
            throw refusal(409, Contracts.call("hold.refusal"));
        });

        assertThat(hold.hold("hld_1", "chk_1", LINES, new GeoPoint("Point", List.of(0.0, 0.0)), null))
                .isEqualTo(new Lacking(List.of(new FieldError(
                        "/lines/1",
                        "short",
                        "1 requested, 0 available.",
                        Map.of("sku", "TEA-50", "requested", 1, "available", 0)))));
    }

    @Test
    void tellsAClaimThatSomebodyElseHasFromOneThatIsTooLate() {
        assertThat(inventory(() -> held()).claim("hld_1", "ord_1")).isEqualTo(new Claimed());
        assertThat(refusing("hold_claimed").claim("hld_1", "ord_1")).isEqualTo(new TakenByOther());
        assertThat(refusing("hold_expired").claim("hld_1", "ord_1")).isEqualTo(new Expired());
        assertThat(refusing("hold_released").claim("hld_1", "ord_1")).isEqualTo(new Expired());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422, 429, 500, 503})
    void inventsNothingWhereThereIsNoAnswer(int status) {
        var hold = inventory(() -> {
            throw refusal(status, "{}");
        });

        assertThat(hold.hold("hld_1", "chk_1", LINES, new GeoPoint("Point", List.of(0.0, 0.0)), null))
                .isEqualTo(new Inventory.Hold.Unavailable());
        assertThat(hold.release("hld_1", "test")).isFalse();
    }

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
            throw refusal(422, Contracts.call("quote.refusal"));
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
            throw refusal(409, "{\"code\": \"hold_expired\"}");
        });
        var away = catalog(() -> {
            throw refusal(503, "");
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
            throw refusal(503, "");
        });

        for (int i = 0; i < 30; i++) {
            assertThat(catalog.quote("acc_1", "hld_1", LINES, Choice.NONE)).isEqualTo(new Unavailable());
        }
        assertThat(calls[0]).isEqualTo(10);
    }

    @Test
    void readsWhatACodeIsWorth() {
        var inventory = inventory(this::held);

        assertThat(inventory.authenticity("told.signed", "ord_1"))
                .contains(new Authenticity("genuine", "KETTLE-17", "L-1", "K17-0001"));
    }

    @Test
    void readsAnAddressOfTheAddressBook() {
        var accounts = new Accounts(
                (_, _) -> strict.readValue(Contracts.call("account-address.response"), AddressAnswer.class), breakers);

        assertThat(accounts.address("acc_1", "home"))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.address().city()).isEqualTo("Cambridge"));
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

    private Inventory refusing(String code) {
        return inventory(() -> {
            throw refusal(409, "{\"code\": \"" + code + "\"}");
        });
    }

    private HoldAnswer held() {
        return strict.readValue(Contracts.call("hold.response"), HoldAnswer.class);
    }

    private Inventory inventory(Supplier<HoldAnswer> answer) {
        return new Inventory(
                new InventoryClient() {
                    @Override
                    public HoldAnswer hold(String id, HoldRequest request) {
                        return answer.get();
                    }

                    @Override
                    public MissingAnswer missing(String id) {
                        return strict.readValue(Contracts.call("hold-missing.response"), MissingAnswer.class);
                    }

                    @Override
                    public AuthenticityAnswer authenticity(String code, String orderId) {
                        return strict.readValue(Contracts.call("authenticity.response"), AuthenticityAnswer.class);
                    }

                    @Override
                    public void claim(String id, ClaimRequest request) {
                        var _ = answer.get();
                    }

                    @Override
                    public void release(String id, ReleaseRequest request) {
                        var _ = answer.get();
                    }
                },
                CircuitBreakerRegistry.ofDefaults());
    }

    private static FeignException refusal(int status, String body) {
        var request = Request.create(HttpMethod.GET, "/", Map.of(), null, UTF_8, null);
        var bytes = body.getBytes(UTF_8);
        return switch (status) {
            case 404 -> new FeignException.NotFound("", request, bytes, Map.of());
            case 409 -> new FeignException.Conflict("", request, bytes, Map.of());
            case 422 -> new FeignException.UnprocessableEntity("", request, bytes, Map.of());
            default -> new FeignException.FeignServerException(status, "", request, bytes, Map.of());
        };
    }
}
