package io.nearstock.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.chassis.web.Problems.FieldError;
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

/** Says what the contracts say to inventory-service, and acts on what they let it answer. */
class InventoryContractTests {

    private static final List<Item> LINES = List.of(new Item("KETTLE-17", 2), new Item("TEA-50", 1));

    private final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

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
            throw Refusals.of(409, Contracts.call("hold.refusal"));
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
            throw Refusals.of(status, "{}");
        });

        assertThat(hold.hold("hld_1", "chk_1", LINES, new GeoPoint("Point", List.of(0.0, 0.0)), null))
                .isEqualTo(new Inventory.Hold.Unavailable());
        assertThat(hold.release("hld_1", "test")).isFalse();
    }

    @Test
    void readsWhatACodeIsWorth() {
        var inventory = inventory(this::held);

        assertThat(inventory.authenticity("told.signed", "ord_1"))
                .contains(new Authenticity("genuine", "KETTLE-17", "L-1", "K17-0001"));
    }

    private Inventory refusing(String code) {
        return inventory(() -> {
            throw Refusals.of(409, "{\"code\": \"" + code + "\"}");
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
}
