package io.nearstock.inventory.tender;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.ForecastDay;
import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.StockRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ten are left, and three go each day: they are missed in three days. */
@InventoryTest
class ShortageListenerTests {

    private final Shop shop;
    private final ShortageListener listener;
    private final DemandForecasts forecasts;
    private final LocalDate today;

    ShortageListenerTests(
            Shop shop, ShortageListener listener, DemandForecasts forecasts, PlanningSettings settings, Clock clock) {
        this.shop = shop;
        this.listener = listener;
        this.forecasts = forecasts;
        this.today = settings.dayOf(clock.instant());
    }

    @Test
    void looksOnceForAFasterSupplierThanThoseThatAreTooLate() {
        var hub = expects("LATE");
        offers("LATE", 4);
        offers("LATE", 9);

        listener.on(low("LATE", hub));
        listener.on(low("LATE", hub));

        assertThat(requests("LATE")).hasSize(1).allSatisfy(request -> {
            assertThat(request.path("neededBy").asString())
                    .isEqualTo(today.plusDays(3).toString());
            assertThat(request.path("quantity").asInt()).isEqualTo(14);
        });
    }

    @Test
    void looksForNobodyWhereOneIsInTime() {
        var hub = expects("TIMELY");
        offers("TIMELY", 9);
        offers("TIMELY", 3);

        listener.on(low("TIMELY", hub));

        assertThat(requests("TIMELY")).isEmpty();
    }

    @Test
    void looksForNobodyWhereEnoughIsOnOrder() {
        var hub = expects("ORDERED");
        var slow = offers("ORDERED", 9);
        var ordered = """
            {"supplierId": "%s", "hubId": "%s", "lines": [{"sku": "ORDERED", "quantity": 30}]}\
            """.formatted(slow, hub);
        assertThat(shop.post("/api/purchase-orders", ordered)).hasStatus(201);

        listener.on(low("ORDERED", hub));

        assertThat(requests("ORDERED")).isEmpty();
    }

    private static Event low(String sku, String hub) {
        var payload = "{\"sku\": \"%s\", \"hubId\": \"%s\", \"available\": 10, \"reorderPoint\": 12}";
        var at = Instant.parse("2026-11-02T09:00:00Z");
        return new Event("evt_" + sku, "stock.low", StockRow.id(sku, hub), 1, at, payload.formatted(sku, hub));
    }

    private String expects(String sku) {
        var hub = shop.openHub("Low " + sku, 3, 53);
        var days = IntStream.range(0, 35)
                .mapToObj(day -> new ForecastDay(today.plusDays(day), 3, 0, 3, 6))
                .toList();
        forecasts.replace(
                List.of(new DemandForecast(StockRow.id(sku, hub), today, days, "mean-28 100 %", 0.7, 0.9, 2)));
        return hub;
    }

    private String offers(String sku, int leadTimeDays) {
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Potter\"}"))
                .path("id")
                .asString();
        assertThat(shop.post("/api/suppliers/" + supplier + "/offers", """
            {"offers": [{"sku": "%s", "unitCost": {"amount": 250, "currency": "GBP"}, "leadTimeDays": %d}]}\
            """.formatted(sku, leadTimeDays)))
                .hasStatusOk();
        return supplier;
    }

    private List<JsonNode> requests(String sku) {
        return shop.body(shop.get("/api/sourcing-requests?limit=100"))
                .path("items")
                .valueStream()
                .filter(request -> request.path("sku").asString().equals(sku))
                .toList();
    }
}
