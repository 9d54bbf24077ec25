package io.nearstock.inventory.demand;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@InventoryTest
class DemandEventControllerTests {

    private final Shop shop;
    private final LocalDate today;

    DemandEventControllerTests(Shop shop, PlanningSettings settings, Clock clock) {
        this.shop = shop;
        this.today = settings.dayOf(clock.instant());
    }

    @Test
    void keepsWhatADayIsCalledUntilItIsTakenBack() {
        var day = today.plusDays(700);

        assertThat(put(day, "{\"names\": [\"Fair\"]}")).hasStatusOk();
        assertThat(put(day, "{\"names\": [\"Fair\", \"Derby \", \"Fair\"]}")).hasStatusOk();
        assertThat(put(day.plusDays(1), "{\"names\": [\"Fair\"]}")).hasStatusOk();

        assertThat(shop.get("/api/demand-events?from=" + day + "&to=" + day))
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"items\": [{\"date\": \"%s\", \"names\": [\"Fair\", \"Derby\"]}]}".formatted(day));

        assertThat(delete(day)).hasStatus(204);
        assertProblem(delete(day), 404, "not_found");
        assertThat(shop.body(shop.get("/api/demand-events?from=" + day)).path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"names\": []}",
                "{\"names\": [\" \"]}",
                "{\"names\": [\"A\", \"B\", \"C\", \"D\", \"E\", \"F\"]}"
            })
    void refusesNamesThatSayNothingOrTooMuch(String body) {
        assertProblem(put(today.plusDays(800), body), 422, "invalid_request");
        assertThat(shop.body(shop.get("/api/demand-events?from=" + today.plusDays(800) + "&to=" + today.plusDays(800)))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void refusesDaysThatAreNoneOrFarAway() {
        assertProblem(put(today.plusYears(4), "{\"names\": [\"Fair\"]}"), 400, "invalid_parameter");
        assertProblem(put("2026-02-30", "{\"names\": [\"Fair\"]}"), 400, "invalid_parameter");
        assertProblem(shop.get("/api/demand-events?from=soon"), 400, "invalid_parameter");
    }

    private MvcTestResult put(Object day, String body) {
        return shop.http()
                .put()
                .uri("/api/demand-events/" + day)
                .header("Authorization", Shop.STAFF)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult delete(LocalDate day) {
        return shop.http()
                .delete()
                .uri("/api/demand-events/" + day)
                .header("Authorization", Shop.STAFF)
                .exchange();
    }
}
