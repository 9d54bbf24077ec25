package io.nearstock.inventory.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalMethodsTests {

    private static Series sold(double... days) {
        var sold = new float[days.length];
        for (var day = 0; day < days.length; day++) {
            sold[day] = (float) days[day];
        }
        return new Series(new SeriesKey("item", "", "", "store", ""), PriceSteps.UNKNOWN, sold);
    }

    private static double[] same(int days, double quantity) {
        var all = new double[days];
        Arrays.fill(all, quantity);
        return all;
    }

    static List<Method> methods() {
        return LocalMethods.of(7);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatNeverSoldIsNotExpectedToSell(Method method) {
        assertThat(method.forecast(sold(same(60, 0)), 5)).containsExactly(0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatSoldTheSameEveryDayGoesOn(Method method) {
        var expected = method.equals(new Croston(true)) ? 3.8 : 4;
        for (var day : method.forecast(sold(same(400, 4)), 9)) {
            assertThat(day).isCloseTo(expected, within(0.01));
        }
    }

    @Test
    void theSeasonalNaiveForecastTellsTheLastWeekAgain() {
        var week = sold(9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 4, 5, 6, 7);
        assertThat(new SeasonalNaive(7).forecast(week, 9)).containsExactly(1, 2, 3, 4, 5, 6, 7, 1, 2);
    }

    @Test
    void theSeasonalMeanKeepsWeekdaysApart() {
        var weeks = sold(0, 0, 0, 0, 0, 2, 8, 0, 0, 0, 0, 0, 4, 10);
        assertThat(new SeasonalMean(7, 8).forecast(weeks, 7)).containsExactly(0, 0, 0, 0, 0, 3, 9);
    }

    @Test
    void crostonIsSizeOverInterval() {
        var everyFourth = new double[400];
        for (var day = 0; day < everyFourth.length; day += 4) {
            everyFourth[day] = 8;
        }
        assertThat(new Croston(false).forecast(sold(everyFourth), 1)[0]).isCloseTo(2, within(0.01));
    }

    @Test
    void anItemThatStoppedSellingFades() {
        var stopped = new double[200];
        Arrays.fill(stopped, 0, 100, 3);
        assertThat(new SaleProbability().forecast(sold(stopped), 1)[0]).isLessThan(0.2);
    }
}
