package io.nearstock.inventory.forecast.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.forecast.Calendar;
import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastEngineTests {

    private static final int KNOWN = 180;
    private static final int HORIZON = 14;
    private static final ForecastEngine ENGINE = new ForecastEngine(new BoostingSettings(15, 20_000, 1, 7));

    private static final double[] WEEK = {0.5, 0.5, 0.5, 1, 1, 1.5, 2};

    /** Sixty shops' items, two to eight a day, twice as many on Sundays. */
    private static Panel weekly() {
        var random = new Random(42);
        var series = new ArrayList<Series>();
        for (var item = 0; item < 60; item++) {
            var level = 2 + item / 10.0;
            var sold = new float[KNOWN + HORIZON];
            for (var day = 0; day < sold.length; day++) {
                sold[day] = Math.round(Math.max(0, level * WEEK[day % 7] + random.nextGaussian()));
            }
            series.add(
                    new Series(new SeriesKey("item-" + item, "food", "food", "north", ""), PriceSteps.UNKNOWN, sold));
        }
        return new Panel(series, Calendar.plain(7));
    }

    private static Panel withOtherEnding(Panel panel) {
        return new Panel(
                panel.series().stream()
                        .map(series -> new Series(series.key(), series.prices(), otherEnding(series)))
                        .toList(),
                panel.calendar());
    }

    private static float[] otherEnding(Series series) {
        var sold = new float[series.length()];
        for (var day = 0; day < sold.length; day++) {
            sold[day] = day < KNOWN ? series.at(day) : 1000;
        }
        return sold;
    }

    private static List<Forecast> forecast(Panel panel) {
        return ENGINE.forecast(panel.until(KNOWN), HORIZON);
    }

    @Test
    void whatCameLaterDoesNotChangeAForecast() {
        assertThat(forecast(withOtherEnding(weekly()))).isEqualTo(forecast(weekly()));
    }

    @Test
    void weekdaysAreLearnedAndNineOfTenDaysAreNotAboveP90() {
        var panel = weekly();
        var forecasts = forecast(panel);
        var error = 0.0;
        var simple = 0.0;
        var covered = 0;
        for (var item = 0; item < forecasts.size(); item++) {
            var series = panel.series().get(item);
            var mean = series.mean(KNOWN - 28, KNOWN);
            for (var ahead = 0; ahead < HORIZON; ahead++) {
                var actual = series.at(KNOWN + ahead);
                var outlook = forecasts.get(item).days().get(ahead);
                error += Math.pow(actual - outlook.mean(), 2);
                simple += Math.pow(actual - mean, 2);
                covered += actual <= outlook.p90() ? 1 : 0;
            }
        }
        assertThat(error).isLessThan(simple / 2);
        assertThat((double) covered / (forecasts.size() * HORIZON)).isBetween(0.85, 0.99);
    }

    @Test
    void quantilesAreInOrder() {
        assertThat(forecast(weekly()))
                .flatExtracting(Forecast::days)
                .allSatisfy(day ->
                        assertThat(List.of(day.p10(), day.p50(), day.p90())).isSorted());
    }

    @Test
    void aSingleSeriesIsForecastWithoutTheGlobalModel() {
        var one = new Panel(weekly().series().subList(0, 1), Calendar.plain(7));
        assertThat(forecast(one).getFirst().model()).doesNotContain("boosted-trees");
    }

    @Test
    void anItemThatNeverSoldIsExpectedToSellNothing() {
        var silent = new Series(new SeriesKey("silent", "", "", "north", ""), PriceSteps.UNKNOWN, new float[KNOWN]);
        var days = forecast(new Panel(List.of(silent), Calendar.plain(7)))
                .getFirst()
                .days();
        assertThat(IntStream.range(0, HORIZON).mapToDouble(day -> days.get(day).p90()))
                .containsOnly(0.0);
    }

    @Test
    void whatWasLearnedSaysTheSameWhenItIsTakenUpAgain() {
        var panel = weekly().until(KNOWN);
        try (var trained = ENGINE.train(panel, HORIZON);
                var recalled = ENGINE.recall(trained.lessons(), panel).orElseThrow()) {
            assertThat(trained.lessons().model()).isNotNull();
            assertThat(recalled.forecast(panel, HORIZON)).isEqualTo(trained.forecast(panel, HORIZON));
        }
    }

    /** A week later, with an item that was not there: only its own forecast rests on what holds for all. */
    @Test
    void whatWasLearnedIsGoodForLaterDaysAndOtherItems() {
        var later = weekly().until(KNOWN + 7);
        var fresh = new Series(new SeriesKey("new", "toys", "toys", "south", ""), PriceSteps.UNKNOWN, sold(later));
        var more = new Panel(
                Stream.concat(later.series().reversed().stream(), Stream.of(fresh))
                        .toList(),
                later.calendar());
        try (var trained = ENGINE.train(weekly().until(KNOWN), HORIZON);
                var recalled = ENGINE.recall(trained.lessons(), more).orElseThrow()) {
            var forecasts = recalled.forecast(more, 7);
            assertThat(trained.lessons().missing(more.series())).isEqualTo(1);
            assertThat(forecasts).extracting(Forecast::key).endsWith(fresh.key());
            assertThat(error(forecasts, weekly())).isLessThan(1.1 * error(ENGINE.forecast(later, 7), weekly()));
            assertThat(forecasts.getLast().days())
                    .allSatisfy(day -> assertThat(day.mean()).isBetween(0.5, 20.0));
        }
    }

    private static float[] sold(Panel panel) {
        var sold = new float[panel.days()];
        for (var day = 0; day < sold.length; day++) {
            sold[day] = panel.series().getFirst().at(day);
        }
        return sold;
    }

    /** Squared, of those items that the panel knows. */
    private static double error(List<Forecast> forecasts, Panel panel) {
        var error = 0.0;
        for (var series : panel.series()) {
            var forecast = forecasts.stream()
                    .filter(each -> each.key().equals(series.key()))
                    .findFirst()
                    .orElseThrow();
            for (var ahead = 0; ahead < 7; ahead++) {
                error += Math.pow(
                        series.at(KNOWN + 7 + ahead)
                                - forecast.days().get(ahead).mean(),
                        2);
            }
        }
        return error;
    }

    /** Just enough days to train on all, too few before the first day that is tested. */
    @Test
    void aModelThatWasNotTriedDoesNotCount() {
        var few = new Panel(weekly().series().subList(0, 30), Calendar.plain(7)).until(KNOWN);
        assertThat(ENGINE.forecast(few, HORIZON))
                .extracting(Forecast::model)
                .noneMatch(model -> model.contains("boosted-trees"));
    }
}
