package io.nearstock.inventory.counting;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Counts that name the units. */
@InventoryTest
class CountedSerialsTests {

    private final Shop shop;

    CountedSerialsTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void namesWhatIsMissingAndWhatWasFoundAndBooksJustThat() {
        var hub = hubWith("CNS-1", "S1", "S2", "S3", "S4");
        assertThat(shop.post("/api/stock/reclassifications", """
            {"hubId": "%s", "sku": "CNS-1", "from": "available", "to": "damaged", "quantity": 1, "reason": "cracked",
             "serials": ["S4"]}\
            """.formatted(hub)))
                .hasStatus(201);
        awaitStatus("CNS-1", "S4", "damaged");

        var counted = count(hub, "CNS-1", "S1", "S3", "S9");

        assertThat(counted).hasStatus(201).bodyText().doesNotContain("S2", "S4", "missing");
        assertThat(decide(counted, "approve")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "approved", "lines": [{"sku": "CNS-1", "counted": 3, "book": 4, "variance": -1,
             "missing": ["S2", "S4"], "found": ["S9"], "unbooked": []}]}\
            """);
        awaitStatus("CNS-1", "S2", "missing");
        awaitStatus("CNS-1", "S4", "written_off");
        awaitStatus("CNS-1", "S9", "in_stock");
        var row = shop.stock("CNS-1");
        assertThat(row.path("onHand").asInt()).isEqualTo(3);
        assertThat(row.path("available").asInt()).isEqualTo(3);
        assertThat(row.path("damaged").asInt()).isZero();
        assertThat(status("CNS-1", "S1")).isEqualTo("in_stock");
        assertProblem(decide(counted, "approve"), 409, "count_not_open");
    }

    @Test
    void seesThatAsManyAreNotTheSame() {
        var hub = hubWith("CNS-2", "S1", "S2");

        assertThat(count(hub, "CNS-2", "S2", "S1")).bodyJson().isLenientlyEqualTo("{\"status\": \"matching\"}");
        assertThat(count(hub, "CNS-2", "S1", "S3")).bodyJson().isLenientlyEqualTo("{\"status\": \"variance\"}");
        assertThat(count(hub, "CNS-2")).bodyJson().isLenientlyEqualTo("{\"status\": \"variance\"}");
    }

    @Test
    void leavesAloneWhatHasChangedSinceOrIsSomebodyElses() {
        var hub = hubWith("CNS-3", "S1", "S2", "S3");
        var other = shop.openHub("Other of CNS-3", 2, 2);
        shop.hold("hld_cns", "ord_cns", line("CNS-3", 1));
        receive(other, "CNS-3", "S8");
        assertThat(shop.post("/api/stock/picks", """
            {"holdId": "hld_cns", "hubId": "%s", "lines": [{"sku": "CNS-3", "serials": ["S1"]}]}\
            """.formatted(hub))).hasStatusOk();
        var counted = count(hub, "CNS-3", "S3", "S8");
        assertThat(shop.post("/api/stock/counter-sales", """
            {"hubId": "%s", "lines": [{"sku": "CNS-3", "quantity": 1, "serials": ["S2"]}]}\
            """.formatted(hub))).hasStatus(201);
        awaitStatus("CNS-3", "S2", "sold");

        assertThat(decide(counted, "approve")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"lines": [{"missing": ["S1", "S2"], "found": ["S8"], "unbooked": ["S1", "S2", "S8"]}]}\
            """);
        assertThat(status("CNS-3", "S1")).isEqualTo("picked");
        assertThat(shop.body(shop.get("/api/stock/CNS-3")).path("hubs").findValuesAsString("onHand"))
                .containsExactlyInAnyOrder("2", "1");
    }

    @Test
    void refusesToNameUnitsWhereSomeHaveNoSerial() {
        var hub = hubWith("CNS-4", "S1");
        shop.receive(hub, "CNS-4", 1);

        assertProblem(count(hub, "CNS-4", "S1", "S2"), 409, "units_without_serials");
        assertProblem(shop.post("/api/stock/counts", """
            {"hubId": "%s", "lines": [{"sku": "CNS-4", "counted": 2, "serials": ["S1"]}]}\
            """.formatted(hub)), 422, "invalid_request");
    }

    @Test
    void letsTheBookChooseWhichAreMissingOfUnitsThatNobodyNamed() {
        var hub = hubWith("CNS-5", "S1", "S2");

        var counted = shop.post("/api/stock/counts", """
            {"hubId": "%s", "lines": [{"sku": "CNS-5", "counted": 1}]}\
            """.formatted(hub));
        assertThat(decide(counted, "approve")).hasStatusOk();

        awaitStatus("CNS-5", "S1", "missing");
        assertThat(status("CNS-5", "S2")).isEqualTo("in_stock");
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

    private MvcTestResult count(String hub, String sku, String... serials) {
        return shop.post("/api/stock/counts", """
            {"hubId": "%s", "lines": [{"sku": "%s", "counted": %d, "serials": [%s]}]}\
            """.formatted(hub, sku, serials.length, quoted(serials)));
    }

    private static String quoted(String... serials) {
        return String.join(
                ", ", Stream.of(serials).map(serial -> "\"" + serial + "\"").toList());
    }

    private MvcTestResult decide(MvcTestResult counted, String how) {
        var id = shop.body(counted).path("id").asString();
        return shop.post("/api/stock/counts/" + id + "/" + how, "{\"reason\": \"seen it\"}");
    }

    private String status(String sku, String serial) {
        return shop.body(shop.get("/api/stock/" + sku + "/serials/" + serial))
                .path("status")
                .asString();
    }

    private void awaitStatus(String sku, String serial, String status) {
        shop.eventually(() -> status(sku, serial), found -> assertThat(found).isEqualTo(status));
    }
}
