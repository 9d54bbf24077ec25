package io.nearstock.inventory.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.DailyDemand;
import io.nearstock.inventory.demand.YearlySeason.MonthView;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class YearlySeasonTests {

    private static final LocalDate BEGIN = LocalDate.of(2024, 11, 30);
    private static final int DAYS = 730;

    private final List<DailyDemand> busy = sold(day -> isSummer(day) ? 6 : 2);
    private final List<DailyDemand> thin = sold(day -> day.getDayOfMonth() == 1 ? 3 : 0);
    private final List<DailyDemand> young = sold(day -> day.isBefore(BEGIN.plusDays(200)) ? 0 : 9);

    private static boolean isSummer(LocalDate day) {
        return day.getMonthValue() >= 5 && day.getMonthValue() <= 10;
    }

    private static List<DailyDemand> sold(ToIntFunction<LocalDate> units) {
        return BEGIN.datesUntil(BEGIN.plusDays(DAYS))
                .map(day -> new DailyDemand(day, units.applyAsInt(day), 0, 1, units.applyAsInt(day)))
                .toList();
    }

    @Test
    void isAHubsOwnWhereItHasEnoughToTell() {
        var season = YearlySeason.of(busy, List.of(busy, thin));

        assertThat(season.basis()).isEqualTo("hub");
        assertThat(season.missing()).isNull();
        assertThat(season.months())
                .extracting(MonthView::label)
                .startsWith("Jan", "Feb")
                .endsWith("Dec");
        assertThat(season.months().get(7).month()).isEqualTo(8);
        assertThat(season.months().get(7).factor()).isCloseTo(1.5, within(0.2));
        assertThat(season.months().get(7).days()).isEqualTo(62);
    }

    @Test
    void isThatOfAllHubsWhereOneIsThinOrYoung() {
        var all = List.of(busy, thin, young);

        assertThat(YearlySeason.of(thin, all).basis()).isEqualTo("all_hubs");
        assertThat(YearlySeason.of(thin, all).months().get(7).factor()).isCloseTo(1.5, within(0.2));
        assertThat(YearlySeason.of(young, all)).isEqualTo(YearlySeason.of(thin, all));
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(YearlySeason.of(young, List.of(young)))
                .isEqualTo(new YearlySeason(null, "short_history", List.of()));
        assertThat(YearlySeason.of(thin, List.of(thin, young)))
                .isEqualTo(new YearlySeason(null, "little_demand", List.of()));
        assertThat(YearlySeason.of(sold(_ -> 0), List.of(sold(_ -> 0))).missing())
                .isEqualTo("short_history");
    }
}
