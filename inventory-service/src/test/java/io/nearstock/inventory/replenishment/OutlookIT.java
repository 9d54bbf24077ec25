package io.nearstock.inventory.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.ForecastDay;
import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PriceTrial;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.Stock;
import io.nearstock.testkit.PublishedEvent;
import io.nearstock.testkit.TestEvents;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever sets prices hears how products stand, once for each look that finds something new. */
@InventoryTest
class OutlookIT {

    private final Shop shop;
    private final Stock stock;
    private final DemandForecasts forecasts;
    private final Propose propose;
    private final PlanningSettings settings;
    private final Clock clock;
    private final TestEvents events;
    private final JsonMapper json;

    OutlookIT(
            Shop shop,
            Stock stock,
            DemandForecasts forecasts,
            Propose propose,
            PlanningSettings settings,
            Clock clock,
            TestEvents events,
            JsonMapper json) {
        this.shop = shop;
        this.stock = stock;
        this.forecasts = forecasts;
        this.propose = propose;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.json = json;
    }

    @Test
    void tellsOfAllHubsTogetherAndOnlyNews() {
        for (var hub : List.of(shop.openHub("Outlook A", 3, 52), shop.openHub("Outlook B", 3, 51))) {
            shop.receive(hub, "OUTLOOK", 50);
            expect("OUTLOOK@" + hub);
        }

        look("OUTLOOK");
        look("OUTLOOK");
        shop.receive(shop.openHub("Outlook C", 3, 50), "OUTLOOK", 60);
        look("OUTLOOK");
        events.await("demand.outlooks", event -> event.key().equals("OUTLOOK") && event.sequence() == 2);

        var told = told("OUTLOOK");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().path("expected").asDouble()).isEqualTo(2 * 28 * 1.5);
        assertThat(told.getFirst().path("available").asInt()).isEqualTo(100);
        assertThat(told.getFirst().at("/elasticity/trials").asInt()).isEqualTo(2);
        assertThat(told.getFirst().has("unitCost")).isFalse();
        assertThat(told.getLast().path("available").asInt()).isEqualTo(160);
    }

    /** What nobody wants is of interest, too. */
    @Test
    void tellsOfWhatWasNeverOrdered() {
        shop.receive(shop.openHub("Outlook D", 3, 49), "UNWANTED", 7);

        look("UNWANTED");

        var told = json.readTree(events.await("demand.outlook", "UNWANTED").payload());
        assertThat(told.path("expected").asDouble()).isZero();
        assertThat(told.path("available").asInt()).isEqualTo(7);
        assertThat(told.at("/elasticity/trials").asInt()).isZero();
    }

    private void expect(String row) {
        var today = settings.dayOf(clock.instant());
        var days = IntStream.range(0, 35)
                .mapToObj(day -> new ForecastDay(today.plusDays(day), 1.5, 0, 1.0, 3))
                .toList();
        var trials = List.of(new PriceTrial(0.8, 28, 40, 28, 60));
        forecasts.replace(List.of(new DemandForecast(row, today, days, "mean-28", 0.7, 0.9, 1, null, trials)));
    }

    private void look(String sku) {
        propose.forRows(stock.of(List.of(sku)));
    }

    private List<JsonNode> told(String sku) {
        return events.published("demand.outlooks").stream()
                .filter(event -> sku.equals(event.key()))
                .map(PublishedEvent::payload)
                .map(json::readTree)
                .toList();
    }
}
