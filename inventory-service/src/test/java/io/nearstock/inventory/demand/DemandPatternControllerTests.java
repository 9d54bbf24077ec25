package io.nearstock.inventory.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.OrderedLine;
import io.nearstock.inventory.OrderedLines;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@InventoryTest
class DemandPatternControllerTests {

    private final Shop shop;
    private final OrderedLines lines;
    private final LocalDate today;

    DemandPatternControllerTests(Shop shop, OrderedLines lines, PlanningSettings settings, Clock clock) {
        this.shop = shop;
        this.lines = lines;
        this.today = settings.dayOf(clock.instant());
    }

    @Test
    void tellsTheSeasonOfAYearOnceThereIsOneAndAHalf() {
        sell("SUNSHADE", 700, day -> day.getMonthValue() >= 5 && day.getMonthValue() <= 10 ? 6 : 2);

        var season = season("SUNSHADE");

        assertThat(season.path("basis").asString()).isEqualTo("hub");
        assertThat(season.has("missing")).isFalse();
        assertThat(season.path("months")).hasSize(12);
        assertThat(season.at("/months/7/month").asInt()).isEqualTo(8);
        assertThat(season.at("/months/7/label").asString()).isEqualTo("Aug");
        assertThat(season.at("/months/7/factor").asDouble()).isCloseTo(1.5, within(0.2));
        assertThat(season.at("/months/0/factor").asDouble()).isCloseTo(0.5, within(0.2));
        assertThat(season.path("months")
                        .valueStream()
                        .mapToInt(month -> month.path("days").asInt())
                        .sum())
                .isEqualTo(700);
    }

    @Test
    void saysThatAYearIsTooShort() {
        sell("PARASOL", 365, _ -> 3);

        var season = season("PARASOL");

        assertThat(season.path("missing").asString()).isEqualTo("short_history");
        assertThat(season.has("basis")).isFalse();
        assertThat(season.path("months")).isEmpty();
    }

    private JsonNode season(String sku) {
        return shop.body(shop.get("/api/demand-patterns/" + sku)).at("/hubs/0/yearlyProfile");
    }

    private void sell(String sku, int days, ToIntFunction<LocalDate> units) {
        var hub = shop.openHub("Seasons of " + sku, 2, 52);
        shop.receive(hub, sku, 5);
        lines.add(IntStream.rangeClosed(1, days)
                .mapToObj(today::minusDays)
                .map(day -> OrderedLine.of("ord_" + sku + day, new Portion(sku, hub, units.applyAsInt(day)), day))
                .toList());
    }
}
