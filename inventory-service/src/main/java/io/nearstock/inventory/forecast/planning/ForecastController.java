package io.nearstock.inventory.forecast.planning;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.Regressor;
import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ForecastController {

    /**
     * A day: the mean, and levels that demand stays below in 10, 50 and 90 of 100 such days.
     *
     * @param p50 absent in a forecast that was kept without it
     */
    record DayView(
            LocalDate date,
            double mean,
            double p10,
            @Nullable Double p50,
            double p90) {}

    /**
     * How good the forecasts of the past would have been.
     *
     * @param rmsse root mean squared error over that of the one-day naive forecast; absent where demand never varied
     * @param coverage share of days not above p90
     */
    record AccuracyView(@Nullable Double rmsse, @Nullable Double coverage) {}

    /**
     * A forecast.
     *
     * @param daily from today on; fewer than asked for where planning has not run for days
     * @param model {@code no-demand} where nothing was ever ordered
     * @param regressors what else than past demand it was made from
     */
    record ForecastView(
            String sku,
            String hubId,
            LocalDate madeOn,
            List<DayView> daily,
            String model,
            List<Regressor> regressors,
            AccuracyView accuracy) {

        static ForecastView of(StockRow row, DemandForecast forecast, LocalDate today, int days) {
            var daily = forecast.from(today).stream()
                    .limit(days)
                    .map(day -> new DayView(day.date(), day.mean(), day.p10(), day.p50(), day.p90()))
                    .toList();
            var accuracy = new AccuracyView(forecast.rmsse(), forecast.covered());
            var regressors = Objects.requireNonNullElse(forecast.regressors(), List.<Regressor>of());
            return new ForecastView(
                    row.sku(), row.hubId(), forecast.madeOn(), daily, forecast.model(), regressors, accuracy);
        }

        static ForecastView none(StockRow row, LocalDate today, int days) {
            var daily = today.datesUntil(today.plusDays(days))
                    .map(date -> new DayView(date, 0, 0, 0.0, 0))
                    .toList();
            var unknown = new AccuracyView(null, null);
            return new ForecastView(row.sku(), row.hubId(), today, daily, "no-demand", List.of(), unknown);
        }
    }

    private static final int MOST_DAYS = 28;

    private final DemandForecasts forecasts;
    private final PlanForecasts plan;
    private final Stock stock;
    private final PlanningSettings settings;
    private final Clock clock;

    ForecastController(
            DemandForecasts forecasts, PlanForecasts plan, Stock stock, PlanningSettings settings, Clock clock) {
        this.forecasts = forecasts;
        this.plan = plan;
        this.stock = stock;
        this.settings = settings;
        this.clock = clock;
    }

    /** Read as planning left it; a product that planning has not seen yet is forecast by itself. */
    @GetMapping("/api/forecasts")
    @Answers({"200", "400 invalid_days", "404 not_found"})
    ForecastView forecast(
            @RequestParam String sku, @RequestParam String hubId, @RequestParam(defaultValue = "14") int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "invalid_days", "days", "Give a number from 1 to " + MOST_DAYS + ".");
        }
        var row = stock.rows(List.of(StockRow.id(sku, hubId))).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownIdException(sku));
        var today = settings.dayOf(clock.instant());
        return forecasts
                .find(row.id())
                .or(() -> plan.plan(List.of(row)).stream().findFirst())
                .map(forecast -> ForecastView.of(row, forecast, today, days))
                .orElseGet(() -> ForecastView.none(row, today, days));
    }
}
