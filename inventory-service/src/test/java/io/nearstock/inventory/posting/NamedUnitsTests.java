package io.nearstock.inventory.posting;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Adjustments and sales over the counter that say which units they mean. */
@InventoryTest
class NamedUnitsTests {

    private final Shop shop;

    NamedUnitsTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void anAdjustmentMissesJustTheUnitsThatItNamesAndFindsThemAgain() {
        var hub = hubWith("NAM-1", "M1", "M2", "M3");

        assertThat(adjust(hub, "NAM-1", "\"delta\": -1", "M2")).hasStatus(201);

        assertStatus("NAM-1", "M2", "missing");
        assertStatus("NAM-1", "M1", "in_stock");
        assertThat(adjust(hub, "NAM-1", "\"expected\": 2, \"quantity\": 4", "M2", "M4"))
                .hasStatus(201);
        assertStatus("NAM-1", "M2", "in_stock");
        assertStatus("NAM-1", "M4", "in_stock");
        assertThat(shop.stock("NAM-1").path("available").asInt()).isEqualTo(4);
    }

    @Test
    void anAdjustmentThatIsRefusedLeavesItsUnitsWhatTheyAre() {
        var hub = hubWith("NAM-2", "M1", "M2");

        assertProblem(adjust(hub, "NAM-2", "\"delta\": -1", "M9"), 409, "serial_not_here");
        assertProblem(adjust(hub, "NAM-2", "\"delta\": 1", "M1"), 409, "serial_known");
        assertProblem(adjust(hub, "NAM-2", "\"expected\": 7, \"quantity\": 8", "M3"), 409, "stock_changed");
        assertProblem(adjust(hub, "NAM-2", "\"expected\": 7, \"quantity\": 6", "M1"), 409, "stock_changed");
        assertProblem(adjust(hub, "NAM-2", "\"delta\": -2", "M1"), 422, "invalid_request");
        assertProblem(adjust(hub, "NAM-2", "\"delta\": -2", "M1", "M1"), 422, "invalid_request");

        assertStatus("NAM-2", "M1", "in_stock");
        assertProblem(shop.get("/api/stock/NAM-2/serials/M3"), 404, "not_found");
        assertThat(adjust(hub, "NAM-2", "\"delta\": 1", "M3")).hasStatus(201);
        assertThat(shop.stock("NAM-2").path("onHand").asInt()).isEqualTo(3);
    }

    @Test
    void aSaleOverTheCounterSellsJustTheUnitsThatItNames() {
        var hub = hubWith("NAM-3", "M1", "M2", "M3");
        receive(hub, "NAM-4", "M1", "M2");

        assertThat(sell(hub, """
            {"sku": "NAM-3", "quantity": 1, "serials": ["M3"]}, {"sku": "NAM-3", "quantity": 1, "serials": ["M2"]},
            {"sku": "NAM-4", "quantity": 1, "serials": ["M2"]}\
            """)).hasStatus(201);

        assertStatus("NAM-3", "M3", "sold");
        assertStatus("NAM-3", "M2", "sold");
        assertStatus("NAM-4", "M2", "sold");
        assertStatus("NAM-3", "M1", "in_stock");
        assertStatus("NAM-4", "M1", "in_stock");
    }

    @Test
    void aSaleOfAUnitThatIsNotThereSellsNothing() {
        var hub = hubWith("NAM-5", "M1", "M2");
        receive(hub, "NAM-6", "M1");

        assertProblem(sell(hub, """
            {"sku": "NAM-5", "quantity": 1, "serials": ["M1"]}, {"sku": "NAM-6", "quantity": 1, "serials": ["M9"]}\
            """), 409, "serial_not_here");
        assertProblem(sell(hub, """
            {"sku": "NAM-5", "quantity": 1, "serials": ["M1"]}, {"sku": "NAM-5", "quantity": 1, "serials": ["M1"]}\
            """), 422, "invalid_request");
        assertProblem(sell(hub, """
            {"sku": "NAM-5", "quantity": 2, "serials": ["M1"]}\
            """), 422, "invalid_request");

        assertStatus("NAM-5", "M1", "in_stock");
        assertThat(shop.stock("NAM-5").path("onHand").asInt()).isEqualTo(2);
    }

    /** What a picker has for somebody is not sold over the counter beside it. */
    @Test
    void aUnitThatIsPickedForAnOrderIsNobodyElses() {
        var hub = hubWith("NAM-7", "M1", "M2");
        shop.hold("hld_nam", "ord_nam", line("NAM-7", 1));
        assertThat(shop.post("/api/stock/picks", "{\"holdId\": \"hld_nam\", \"hubId\": \"" + hub + "\"}"))
                .hasStatusOk();

        assertProblem(sell(hub, """
            {"sku": "NAM-7", "quantity": 1, "serials": ["M1"]}\
            """), 409, "serial_not_here");
        assertStatus("NAM-7", "M1", "picked");
    }

    private String hubWith(String sku, String... serials) {
        var hub = shop.openHub("Hub of " + sku, 1, 1);
        receive(hub, sku, serials);
        return hub;
    }

    private void receive(String hub, String sku, String... serials) {
        assertThat(shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "%s", "quantity": %d, "serials": [%s]}]}\
            """.formatted(hub, sku, serials.length, quoted(serials))))
                .hasStatus(201);
    }

    private MvcTestResult adjust(String hub, String sku, String how, String... serials) {
        return shop.post("/api/stock/adjustments", """
            {"hubId": "%s", "sku": "%s", %s, "reason": "counted", "serials": [%s]}\
            """.formatted(hub, sku, how, quoted(serials)));
    }

    private MvcTestResult sell(String hub, String lines) {
        return shop.post("/api/stock/counter-sales", """
            {"hubId": "%s", "lines": [%s]}\
            """.formatted(hub, lines));
    }

    private static String quoted(String... serials) {
        return Stream.of(serials).map(serial -> "\"" + serial + "\"").collect(Collectors.joining(", "));
    }

    private void assertStatus(String sku, String serial, String status) {
        shop.eventually(
                () -> shop.body(shop.get("/api/stock/" + sku + "/serials/" + serial))
                        .path("status")
                        .asString(),
                found -> assertThat(found).isEqualTo(status));
    }
}
