package io.nearstock.inventory.forecast.planning;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.OrderedLine;
import io.nearstock.inventory.OrderedLines;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.StockRow;
import io.nearstock.testkit.TestTokens;
import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@InventoryTest
class ForecastControllerTests {

    private final Shop shop;
    private final OrderedLines lines;
    private final DemandForecasts forecasts;
    private final PlanningSettings settings;
    private final Clock clock;

    ForecastControllerTests(
            Shop shop, OrderedLines lines, DemandForecasts forecasts, PlanningSettings settings, Clock clock) {
        this.shop = shop;
        this.lines = lines;
        this.forecasts = forecasts;
        this.settings = settings;
        this.clock = clock;
    }

    @Test
    void forecastsWhatPlanningHasNotSeenYetAndKeepsIt() {
        var hub = shop.openHub("Foreseen", 2, 52);
        shop.receive(hub, "FORESEEN", 5);
        sell("FORESEEN", hub, 90, 4);

        var forecast = shop.body(shop.get(path("FORESEEN", hub) + "&days=7"));

        assertThat(forecast.path("daily")).hasSize(7);
        assertThat(forecast.at("/daily/0/date").asString()).isEqualTo(today());
        forecast.path("daily").forEach(day -> {
            assertThat(day.path("mean").asDouble()).isCloseTo(4, within(0.5));
            assertThat(day.path("p10").asDouble())
                    .isLessThanOrEqualTo(day.path("p90").asDouble());
        });
        assertThat(forecast.path("model").asString()).isNotEmpty();
        assertThat(forecasts.find(StockRow.id("FORESEEN", hub))).isPresent();
    }

    @Test
    void bearsAProductThatWasSoldYesterdayForTheFirstTime() {
        var hub = shop.openHub("Brand new", 2, 52);
        shop.receive(hub, "BRAND-NEW", 5);
        sell("BRAND-NEW", hub, 1, 3);

        var forecast = shop.body(shop.get(path("BRAND-NEW", hub)));

        assertThat(forecast.path("daily")).hasSize(14);
        assertThat(forecast.at("/daily/0/mean").asDouble()).isNotNegative();
    }

    @Test
    void expectsNothingOfWhatNobodyEverOrdered() {
        var hub = shop.openHub("Quiet", 2, 52);
        shop.receive(hub, "QUIET", 5);

        var forecast = shop.body(shop.get(path("QUIET", hub)));

        assertThat(forecast.path("model").asString()).isEqualTo("no-demand");
        assertThat(forecast.path("daily")).hasSize(14);
    }

    @Test
    void refusesWhatItCannotTell() {
        assertProblem(shop.get(path("NEVER-SEEN", "hub_none")), 404, "not_found");
        assertProblem(shop.get(path("NEVER-SEEN", "hub_none") + "&days=29"), 400, "invalid_days");
        assertThat(shop.http().get().uri(path("QUIET", "hub_none")).header("Authorization", TestTokens.staff("orders")))
                .hasStatus(403);
    }

    private String today() {
        return settings.dayOf(clock.instant()).toString();
    }

    private void sell(String sku, String hub, int days, int units) {
        var today = settings.dayOf(clock.instant());
        lines.add(IntStream.rangeClosed(1, days)
                .mapToObj(ago -> OrderedLine.of("ord_" + sku + ago, new Portion(sku, hub, units), today.minusDays(ago)))
                .toList());
    }

    private static String path(String sku, String hub) {
        return "/api/forecasts?sku=" + sku + "&hubId=" + hub;
    }
}
