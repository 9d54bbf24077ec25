package io.nearstock.inventory.partner;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One order, announced in parts and expected on other days than at first. */
@InventoryTest
class ShipInPartsTests {

    private final Shop shop;
    private final Clock clock;
    private final LocalDate today;

    ShipInPartsTests(Shop shop, PlanningSettings settings, Clock clock) {
        this.shop = shop;
        this.clock = clock;
        this.today = settings.dayOf(clock.instant());
    }

    @Test
    void takesInWhatWasAnnouncedInTwoPartsWithItsLotsAndSerials() {
        var hub = shop.openHub("Parts", 1, 1);
        var supplier = SellingPartner.named(shop, "Two trucks");
        var path = supplier.isSentAnOrder("PART-1", hub, 4);

        assertThat(ship(supplier, path, "ASN-1", "L-1", "P1", "P2")).hasStatusOk();
        assertThat(receive(path, 2)).hasStatusOk();
        var second = ship(supplier, path, "ASN-2", "L-2", "P3", "P4");

        assertThat(second).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "partially_received",
             "asn": {"reference": "ASN-1", "lines": [{"lot": "L-1"}, {"lot": "L-2", "serials": ["P3", "P4"]}]},
             "notices": [{"reference": "ASN-1", "lines": [{"lot": "L-1"}]},
                         {"reference": "ASN-2", "lines": [{"lot": "L-2"}]}],
             "lots": [{"lot": "L-1", "announced": 2, "received": 2}, {"lot": "L-2", "announced": 2, "received": 0}]}\
            """);
        assertThat(ship(supplier, path, "ASN-2", "L-2", "P3", "P4")).hasStatusOk();
        assertThat(shop.body(shop.get("/api" + path)).path("notices")).hasSize(2);
        assertProblem(ship(supplier, path, "ASN-2", "L-2", "P5", "P6"), 409, "notice_differs");
        assertProblem(ship(supplier, path, "ASN-3", "L-3", "P5", "P6"), 409, "over_announced");

        assertThat(receive(path, 2)).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"status\": \"received\"}");
        var code = shop.body(second).at("/asn/lines/1/codes/0").asString();
        assertThat(shop.get("/api/stock/PART-1/serials/P3")).bodyJson().isLenientlyEqualTo("""
            {"status": "in_stock", "lot": "L-2", "announced": true, "code": "%s"}\
            """.formatted(code));
        assertThat(shop.get("/api/stock/PART-1/serials/P1")).bodyJson().isLenientlyEqualTo("{\"lot\": \"L-1\"}");
    }

    @Test
    void movesWhatIsIncomingToTheDayThatWasSaidLast() {
        var hub = shop.openHub("Days", 1, 1);
        var supplier = SellingPartner.named(shop, "Late");
        var path = supplier.isSentAnOrder("PART-2", hub, 4);

        assertThat(acknowledge(supplier, path, today.plusDays(20))).hasStatusOk();
        assertThat(acknowledge(supplier, path, today.plusDays(30))).hasStatusOk();
        assertThat(ship(supplier, path, "ASN-1", "L-1", "D1")).hasStatusOk();
        assertThat(acknowledge(supplier, path, today.plusDays(40)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"status": "shipped", "expectedOn": "%s", "promisedOn": "%s"}\
                    """.formatted(today.plusDays(40), today.plusDays(5)));

        assertThat(shop.get("/api/availability?skus=PART-2")).bodyJson().isLenientlyEqualTo("""
            {"items": [{"incoming": [{"quantity": 4, "expectedOn": "%s"}]}]}\
            """.formatted(
                        today.plusDays(40)));
    }

    @Test
    void expectsNothingOnADayOnWhichItCannotCome() {
        var hub = shop.openHub("Never", 1, 1);
        var supplier = SellingPartner.named(shop, "Never");
        var path = supplier.isSentAnOrder("PART-3", hub, 4);

        assertProblem(acknowledge(supplier, path, today.minusDays(1)), 422, "expected_in_past");
        assertProblem(acknowledge(supplier, path, today.plusYears(2).plusDays(1)), 422, "expected_too_late");
        assertProblem(supplier.post(path + "/ship", """
            {"lines": [{"sku": "PART-3", "quantity": 4}], "expectedOn": "1990-01-01"}\
            """), 422, "expected_in_past");
        assertThat(shop.body(shop.get("/api" + path)).path("status").asString()).isEqualTo("sent");
        assertThat(acknowledge(supplier, path, today)).hasStatusOk();
    }

    /** As long as the settings say where nobody offers it. */
    @Test
    void expectsWhatIsNoLongerOfferedLater() {
        var hub = shop.openHub("Withdrawn", 1, 1);
        var supplier = SellingPartner.named(shop, "Gone");
        supplier.offers("PART-5", "{\"amount\": 250, \"currency\": \"GBP\"}");
        var path = "/api/purchase-orders/"
                + shop.body(supplier.orders("PART-5", hub, 4)).path("id").asString();
        shop.post(path + "/approve", "");
        assertThat(shop.http()
                        .delete()
                        .uri("/api/suppliers/" + supplier.id() + "/offers/PART-5")
                        .header("Authorization", Shop.STAFF))
                .hasStatus(204);

        assertThat(shop.post(path + "/send", "")).bodyJson().isLenientlyEqualTo("""
            {"status": "sent", "expectedOn": "%1$s", "promisedOn": "%1$s"}\
            """.formatted(
                        LocalDate.now(clock).plusDays(14)));
    }

    @Test
    void signsForAsManyUnitsAsCanBeStored() {
        var hub = shop.openHub("Many", 1, 1);
        var supplier = SellingPartner.named(shop, "Many");
        var path = supplier.isSentAnOrder("PART-4", hub, 20_000);
        var lines = IntStream.range(0, 11)
                .mapToObj(line -> IntStream.range(0, 1000)
                        .mapToObj(unit -> "\"" + line + "-" + unit + "\"")
                        .collect(Collectors.joining(
                                ",", "{\"sku\": \"PART-4\", \"quantity\": 1000, \"serials\": [", "]}")))
                .collect(Collectors.joining(","));

        assertProblem(supplier.post(path + "/ship", "{\"lines\": [" + lines + "]}"), 422, "too_many_codes");
    }

    private static MvcTestResult acknowledge(SellingPartner supplier, String path, LocalDate day) {
        return supplier.post(path + "/acknowledge", "{\"expectedOn\": \"%s\"}".formatted(day));
    }

    private MvcTestResult ship(SellingPartner supplier, String path, String reference, String lot, String... serials) {
        var sku = shop.body(shop.get("/api" + path)).at("/lines/0/sku").asString();
        return supplier.post(
                path + "/ship", """
                    {"lines": [{"sku": "%s", "quantity": %d, "lot": "%s", "serials": ["%s"]}], "reference": "%s"}\
                    """.formatted(sku, serials.length, lot, String.join("\", \"", serials), reference));
    }

    private MvcTestResult receive(String path, int quantity) {
        var sku = shop.body(shop.get("/api" + path)).at("/lines/0/sku").asString();
        return shop.post("/api" + path + "/receipts", """
            {"lines": [{"sku": "%s", "quantity": %d}]}\
            """.formatted(sku, quantity));
    }
}
