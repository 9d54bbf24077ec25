package io.nearstock.inventory.forecast.planning;

import io.nearstock.inventory.DailyDemand;
import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.ForecastDay;
import io.nearstock.inventory.DemandForecast.Regressor;
import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.DemandHistory;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Outlook;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.planning.Circumstances.Known;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forecasts rows from estimated demand, together, so that they learn from each other. */
@Component
final class PlanForecasts {

    /** A series is filled up with days before its first demand, which no method learns from. */
    private static final int LEAST_DAYS = 56;

    private final DemandHistory demand;
    private final Circumstances circumstances;
    private final DemandForecasts forecasts;
    private final DailyForecasts daily;
    private final PlanningSettings settings;
    private final Clock clock;

    PlanForecasts(
            DemandHistory demand,
            Circumstances circumstances,
            DemandForecasts forecasts,
            DailyForecasts daily,
            PlanningSettings settings,
            Clock clock) {
        this.demand = demand;
        this.circumstances = circumstances;
        this.forecasts = forecasts;
        this.daily = daily;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes and keeps them; a row that nothing was ever ordered of has none. */
    List<DemandForecast> plan(List<StockRow> rows) {
        var histories = demand.of(rows.stream().map(StockRow::id).toList(), settings.history());
        var wanted =
                rows.stream().filter(row -> isWanted(history(histories, row))).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var today = settings.dayOf(clock.instant());
        var length = length(wanted, histories);
        var known = circumstances.of(wanted, today.minusDays(length), today.plusDays(settings.horizon()));
        var series = wanted.stream()
                .map(row -> series(row, history(histories, row), length, known))
                .toList();
        var panel = new Panel(series, known.calendar());
        var said = daily.forecast(rows.getFirst().id(), panel, today);
        var made = IntStream.range(0, wanted.size())
                .mapToObj(index -> kept(wanted.get(index).id(), today, said.get(index), series.get(index)))
                .toList();
        forecasts.replace(made);
        return made;
    }

    private static List<DailyDemand> history(Map<String, List<DailyDemand>> histories, StockRow row) {
        return Objects.requireNonNull(histories.get(row.id()));
    }

    private static boolean isWanted(List<DailyDemand> history) {
        return history.stream().anyMatch(day -> day.estimated() > 0);
    }

    private int length(List<StockRow> rows, Map<String, List<DailyDemand>> histories) {
        return rows.stream()
                .mapToInt(row -> life(history(histories, row)))
                .map(life -> Math.clamp(life, LEAST_DAYS, settings.history()))
                .max()
                .orElse(LEAST_DAYS);
    }

    private static int life(List<DailyDemand> history) {
        return IntStream.range(0, history.size())
                .filter(day -> history.get(day).estimated() > 0)
                .map(first -> history.size() - first)
                .findFirst()
                .orElse(0);
    }

    private static Series series(StockRow row, List<DailyDemand> history, int length, Known known) {
        var sold = new float[length];
        var skipped = history.size() - length;
        for (var day = 0; day < length; day++) {
            sold[day] = (float) history.get(skipped + day).estimated();
        }
        return new Series(known.key(row), known.prices(row), sold).with(known.specials(row));
    }

    private static DemandForecast kept(String row, LocalDate today, Forecast said, Series series) {
        var days = IntStream.range(0, said.days().size())
                .mapToObj(index -> day(today.plusDays(index), said.days().get(index)))
                .toList();
        var accuracy = said.accuracy();
        var error = accuracy.rmsse() * Math.sqrt(series.squaredStep());
        return new DemandForecast(
                row,
                today,
                days,
                said.model(),
                finite(accuracy.rmsse()),
                finite(accuracy.covered()),
                Double.isFinite(error) ? error : 0,
                said.regressors().stream().map(each -> kept(each, today)).toList(),
                PriceTrials.of(series));
    }

    private static Regressor kept(io.nearstock.inventory.forecast.Regressor used, LocalDate today) {
        return new Regressor(
                used.name(),
                used.factor(),
                used.ahead().stream().map(today::plusDays).toList());
    }

    private static ForecastDay day(LocalDate date, Outlook outlook) {
        return new ForecastDay(date, outlook.mean(), outlook.p10(), outlook.p50(), outlook.p90());
    }

    private static @Nullable Double finite(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }
}
