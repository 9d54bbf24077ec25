package io.nearstock.inventory.forecast.planning;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.MongoDatabase;
import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.OrderedLine;
import io.nearstock.inventory.OrderedLines;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.PromotedTime;
import io.nearstock.inventory.PromotedTimes;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.StockRow;
import io.nearstock.testkit.TestTokens;
import java.time.Clock;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@InventoryTest
class ForecastControllerTests {

    private final Shop shop;
    private final OrderedLines lines;
    private final DemandForecasts forecasts;
    private final PromotedTimes promotions;
    private final PlanningSettings settings;
    private final Clock clock;
    private final MongoDatabase database;

    ForecastControllerTests(
            Shop shop,
            OrderedLines lines,
            DemandForecasts forecasts,
            PromotedTimes promotions,
            PlanningSettings settings,
            Clock clock,
            MongoDatabase database) {
        this.shop = shop;
        this.lines = lines;
        this.forecasts = forecasts;
        this.promotions = promotions;
        this.settings = settings;
        this.clock = clock;
        this.database = database;
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
            assertThat(day.path("p50").asDouble()).isCloseTo(4, within(0.5));
            assertThat(day.path("p50").asDouble())
                    .isBetween(day.path("p10").asDouble(), day.path("p90").asDouble());
        });
        assertThat(forecast.path("model").asString()).isNotEmpty();
        assertThat(forecasts.find(StockRow.id("FORESEEN", hub))).isPresent();
    }

    @Test
    void readsWhatWasKeptWithoutAMedian() {
        var hub = shop.openHub("Kept", 2, 52);
        shop.receive(hub, "KEPT", 5);
        sell("KEPT", hub, 90, 4);
        assertThat(shop.get(path("KEPT", hub))).hasStatusOk();
        database.getCollection("demandForecasts")
                .updateOne(
                        new Document("_id", StockRow.id("KEPT", hub)),
                        new Document("$unset", new Document("days.$[].p50", "")));

        var forecast = shop.body(shop.get(path("KEPT", hub)));

        assertThat(forecast.at("/daily/0").has("p50")).isFalse();
        assertThat(forecast.at("/daily/0/mean").asDouble()).isCloseTo(4, within(0.5));
    }

    /** Two products with the same past, promoted twice; only the first of them will be again. */
    @Test
    void expectsMoreOnDaysForWhichAPromotionIsPlanned() {
        var hub = shop.openHub("Loud", 2, 52);
        for (var sku : List.of("LOUD", "HUSHED")) {
            shop.receive(hub, sku, 5);
            sell(sku, hub, 90, ago -> isPromoted(ago) ? 8 : 4);
        }
        promote("prm_june", -54, -48, "LOUD", "HUSHED");
        promote("prm_july", -26, -20, "LOUD", "HUSHED");
        promote("prm_next", 3, 5, "LOUD");

        var loud = shop.body(shop.get(path("LOUD", hub)));
        var hushed = shop.body(shop.get(path("HUSHED", hub)));

        assertThat(mean(loud, 3)).isCloseTo(8, within(1.0));
        assertThat(mean(loud, 6)).isCloseTo(4, within(0.5));
        assertThat(mean(hushed, 3)).isCloseTo(4, within(0.5));
        assertThat(loud.at("/daily/3/p90").asDouble())
                .isGreaterThan(hushed.at("/daily/3/p90").asDouble());
        assertThat(loud.at("/regressors/0/name").asString()).isEqualTo("promotion");
        assertThat(loud.at("/regressors/0/factor").asDouble()).isCloseTo(2, within(0.2));
        assertThat(loud.at("/regressors/0/days/0").asString()).isEqualTo(date(3));
        assertThat(loud.at("/regressors/0/days")).hasSize(3);
        assertThat(hushed.path("regressors")).isEmpty();
    }

    private static boolean isPromoted(int ago) {
        return (ago >= 20 && ago <= 26) || (ago >= 48 && ago <= 54);
    }

    private static double mean(JsonNode forecast, int day) {
        return forecast.path("daily").path(day).path("mean").asDouble();
    }

    private void promote(String id, int from, int until, String... skus) {
        var today = settings.dayOf(clock.instant());
        promotions.hear(
                new PromotedTime(id, List.of(skus), List.of(), today.plusDays(from), today.plusDays(until), true, 1));
    }

    private String date(int ahead) {
        return settings.dayOf(clock.instant()).plusDays(ahead).toString();
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
        return date(0);
    }

    private void sell(String sku, String hub, int days, int units) {
        sell(sku, hub, days, _ -> units);
    }

    private void sell(String sku, String hub, int days, IntUnaryOperator units) {
        var today = settings.dayOf(clock.instant());
        lines.add(IntStream.rangeClosed(1, days)
                .mapToObj(ago -> OrderedLine.of(
                        "ord_" + sku + ago, new Portion(sku, hub, units.applyAsInt(ago)), today.minusDays(ago)))
                .toList());
    }

    private static String path(String sku, String hub) {
        return "/api/forecasts?sku=" + sku + "&hubId=" + hub;
    }
}
