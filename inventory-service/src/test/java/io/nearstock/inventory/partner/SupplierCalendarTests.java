package io.nearstock.inventory.partner;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A supplier that works on one weekday, that of tomorrow, but not tomorrow; its goods take five working days. */
@InventoryTest
class SupplierCalendarTests {

    private final Shop shop;
    private final LocalDate today;

    SupplierCalendarTests(Shop shop, PlanningSettings settings, Clock clock) {
        this.shop = shop;
        this.today = settings.dayOf(clock.instant());
    }

    @Test
    void expectsAnOrderAfterAsManyDaysAsItsSupplierWorks() {
        var hub = shop.openHub("Calendar", 1, 1);
        var added = shop.post("/api/suppliers", described(calendar()));
        assertThat(added).hasStatus(201).bodyJson().isLenientlyEqualTo(described(calendar()));
        var supplier = new SellingPartner(shop, shop.body(added).path("id").asString());

        var path = supplier.isSentAnOrder("CAL-1", hub, 4);

        var day = today.plusWeeks(6).plusDays(1);
        assertThat(shop.get("/api" + path)).bodyJson().isLenientlyEqualTo("""
            {"expectedOn": "%1$s", "promisedOn": "%1$s"}\
            """.formatted(day));
        assertThat(promisedBy(day.minusDays(1))).isZero();
        assertThat(promisedBy(day)).isEqualTo(4);
    }

    @Test
    void countsEachDayOnceItHasNoCalendarAnyMore() {
        var hub = shop.openHub("No calendar", 1, 1);
        var id = shop.body(shop.post("/api/suppliers", described(calendar())))
                .path("id")
                .asString();

        assertThat(puts(id, "\"1\"", "{\"name\": \"Mondays\"}")).hasStatusOk();

        assertThat(shop.body(shop.get("/api/suppliers/" + id)).path("calendar").isObject())
                .isFalse();
        var path = new SellingPartner(shop, id).isSentAnOrder("CAL-2", hub, 4);
        assertThat(shop.body(shop.get("/api" + path)).path("expectedOn").asString())
                .isEqualTo(today.plusDays(5).toString());
        assertThat(puts(id, "\"2\"", described(calendar())))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(described(calendar()));
    }

    @Test
    void worksOnSomeDay() {
        assertProblem(shop.post("/api/suppliers", described("{\"openDays\": []}")), 422, "invalid_request");
        assertProblem(shop.post("/api/suppliers", described("{\"openDays\": [\"someday\"]}")), 422, "invalid_request");
    }

    private String calendar() {
        var tomorrow = today.plusDays(1);
        return """
            {"openDays": ["%s"], "closedOn": ["%s"], "cutOff": "12:00:00"}\
            """.formatted(tomorrow.getDayOfWeek().name().toLowerCase(Locale.ROOT), tomorrow);
    }

    private static String described(String calendar) {
        return "{\"name\": \"Mondays\", \"calendar\": " + calendar + "}";
    }

    private MvcTestResult puts(String id, String seen, String body) {
        return shop.http()
                .put()
                .uri("/api/suppliers/" + id)
                .header("Authorization", Shop.STAFF)
                .header("If-Match", seen)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private int promisedBy(LocalDate day) {
        return shop.body(shop.get("/api/stock/CAL-1/atp?on=" + day))
                .path("total")
                .asInt();
    }
}
