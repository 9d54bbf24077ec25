package io.nearstock.inventory.forecast.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.forecast.Calendar;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import io.nearstock.inventory.forecast.Specials;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import io.nearstock.inventory.forecast.selection.ForecastEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiftsTests {

    private static final int KNOWN = 84;
    private static final int FUTURE = KNOWN + 3;
    private static final ForecastEngine ENGINE = new ForecastEngine(BoostingSettings.DEFAULTS);

    @Test
    void aDayWithoutAnythingSpecialIsAsItWas() {
        var panel = panel(series("plain", 1, Map.of()));

        assertThat(Lifts.learn(panel).usual()).isSameAs(panel);
        assertThat(Lifts.learn(panel).on(0, new double[] {3, 4})).containsExactly(3, 4);
    }

    @Test
    void learnsHowMuchMoreASpecialDaySellsAndTakesItOffTheUsualOnes() {
        var lifts = Lifts.learn(panel(series("kite", 2, promoted(30, 40, FUTURE))));

        assertThat(lifts.on(0, new double[] {10, 10, 10, 10})).satisfies(days -> {
            assertThat(days).startsWith(10, 10, 10);
            assertThat(days[3]).isCloseTo(20, within(2.0));
        });
        assertThat(lifts.usual().series().getFirst().at(30)).isCloseTo(10, within(1.0f));
        assertThat(lifts.usual().series().getFirst().at(41)).isEqualTo(10);
    }

    @Test
    void whatWasNeverPromotedIsExpectedToRiseAsItsLikesDo() {
        var panel = panel(
                series("one", 3, promoted(30, 40)),
                series("other", 3, promoted(50, 60)),
                series("new", 1, promoted(FUTURE, FUTURE + 1)));

        assertThat(Lifts.learn(panel).on(2, new double[] {10, 10, 10, 10})[3]).isCloseTo(30, within(2.0));
    }

    @Test
    void whatNobodyHasEverSeenChangesNothing() {
        var lifts = Lifts.learn(panel(series("kite", 1, promoted(FUTURE, FUTURE + 1))));

        assertThat(lifts.on(0, new double[] {10, 10, 10, 10})).containsOnly(10);
        assertThat(lifts.regressors(0, 7)).isEmpty();
    }

    /** A fair that never takes place without a promotion. */
    @Test
    void tellsApartWhatComesTogether() {
        var days = new HashMap<Integer, List<String>>(Map.of(
                20,
                List.of("promotion"),
                21,
                List.of("promotion"),
                22,
                List.of("promotion", "fair"),
                FUTURE,
                List.of("fair")));
        days.put(60, List.of("promotion"));
        var sold = sold(1, Map.of());
        IntStream.of(20, 21, 60).forEach(day -> sold[day] = 200);
        sold[22] = 600;
        IntStream.range(0, KNOWN).filter(day -> !days.containsKey(day)).forEach(day -> sold[day] = 100);
        var lifts = Lifts.learn(panel(new Series(key("kite"), PriceSteps.UNKNOWN, sold).with(Specials.of(days))));

        assertThat(lifts.on(0, new double[] {100, 100, 100, 100})[3]).isCloseTo(300, within(30.0));
    }

    @Test
    void aDayOnWhichNothingIsSoldTellsNothingOfUsualOnes() {
        var lifts = Lifts.learn(panel(series("kite", 0, promoted(20, 40))));

        assertThat(lifts.usual().series().getFirst().at(25)).isEqualTo(10);
    }

    @Test
    void aPlannedPromotionRaisesItsDaysOfTheForecastAndNoOthers() {
        var with = forecast(promoted(30, 40, FUTURE));
        var without = forecast(promoted(30, 40));

        assertThat(with.days().get(3).mean())
                .isGreaterThan(1.7 * without.days().get(3).mean());
        assertThat(with.days().get(3).p90()).isGreaterThan(without.days().get(3).p90());
        assertThat(with.days().get(2)).isEqualTo(without.days().get(2));
        assertThat(with.regressors()).singleElement().satisfies(used -> {
            assertThat(used.name()).isEqualTo("promotion");
            assertThat(used.ahead()).containsExactly(3);
        });
        assertThat(without.regressors()).isEmpty();
    }

    private static io.nearstock.inventory.forecast.Forecast forecast(Map<Integer, List<String>> specials) {
        return ENGINE.forecast(panel(series("kite", 2, specials)), 7).getFirst();
    }

    private static Map<Integer, List<String>> promoted(int from, int to, int... others) {
        var days = new HashMap<Integer, List<String>>();
        IntStream.concat(IntStream.range(from, to), IntStream.of(others))
                .forEach(day -> days.put(day, List.of("promotion")));
        return days;
    }

    private static Panel panel(Series... series) {
        return new Panel(List.of(series), Calendar.plain(7));
    }

    /** Ten a day, and so many times as much on a special one. */
    private static Series series(String item, int factor, Map<Integer, List<String>> specials) {
        return new Series(key(item), PriceSteps.UNKNOWN, sold(factor, specials)).with(Specials.of(specials));
    }

    private static float[] sold(int factor, Map<Integer, List<String>> specials) {
        var sold = new float[KNOWN];
        for (var day = 0; day < KNOWN; day++) {
            sold[day] = specials.containsKey(day) ? 10 * factor : 10;
        }
        return sold;
    }

    private static SeriesKey key(String item) {
        return new SeriesKey(item, "", "", "north", "");
    }
}
