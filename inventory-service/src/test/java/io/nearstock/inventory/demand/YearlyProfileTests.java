package io.nearstock.inventory.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.demand.YearlyProfile.MonthFactor;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearlyProfileTests {

    private static final LocalDate BEGIN = LocalDate.of(2024, 11, 30);

    /** Twice as much in midsummer as on the mean day, hardly anything in midwinter. */
    private static double summer(LocalDate day) {
        return 1 - 0.9 * Math.cos(2 * Math.PI * (day.getDayOfYear() - 15) / 365.0);
    }

    private static double[] days(int length, ToDoubleFunction<LocalDate> wanted) {
        return BEGIN.datesUntil(BEGIN.plusDays(length)).mapToDouble(wanted).toArray();
    }

    private static double[] chance(long seed, double[] means) {
        var random = new Random(seed);
        return IntStream.range(0, means.length)
                .mapToDouble(day -> poisson(random, means[day]))
                .toArray();
    }

    /** D. Knuth, "The Art of Computer Programming", volume 2, 3.4.1. */
    private static int poisson(Random random, double mean) {
        var count = -1;
        for (var product = 1.0; product > Math.exp(-mean); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private static double factor(YearlyProfile profile, Month month) {
        return profile.months().get(month.getValue() - 1).factor();
    }

    @ParameterizedTest
    @ValueSource(ints = {YearlyProfile.LEAST_DAYS, 640, 730})
    void findsTheSeasonThatDemandHas(int length) {
        var profile = YearlyProfile.of(chance(7, days(length, day -> 3 * summer(day))), BEGIN);

        assertThat(factor(profile, Month.JULY)).isCloseTo(1.9, within(0.2));
        assertThat(factor(profile, Month.JANUARY)).isCloseTo(0.1, within(0.1));
        assertThat(factor(profile, Month.APRIL)).isCloseTo(1, within(0.2));
        assertThat(profile.months().stream().mapToDouble(MonthFactor::factor).average())
                .hasValueCloseTo(1.0, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void seesNoneInWhatChanceAndWeekdaysDo(long seed) {
        var flat = days(730, day -> day.getDayOfWeek().getValue() > 5 ? 6 : 1);

        assertThat(YearlyProfile.of(chance(seed, flat), BEGIN).months())
                .extracting(MonthFactor::factor)
                .allSatisfy(factor -> assertThat(factor).isCloseTo(1, within(0.01)));
    }

    @Test
    void takesATrendForNoSeason() {
        var rising = days(600, day -> 3 * Math.exp(BEGIN.until(day, ChronoUnit.DAYS) / 400.0));

        assertThat(YearlyProfile.of(rising, BEGIN).months())
                .extracting(MonthFactor::factor)
                .allSatisfy(factor -> assertThat(factor).isCloseTo(1, within(0.05)));
    }

    @Test
    void bearsWhatIsSoldInOneMonthOnly() {
        var profile = YearlyProfile.of(days(730, day -> day.getMonth() == Month.DECEMBER ? 20 : 0), BEGIN);

        assertThat(profile.months())
                .allSatisfy(month -> assertThat(month.factor()).isBetween(0.0, 12.0));
        assertThat(factor(profile, Month.DECEMBER)).isGreaterThan(5);
        assertThat(factor(profile, Month.JUNE)).isLessThan(0.05);
    }

    @Test
    void saysHowManyDaysAMonthRestsOn() {
        var profile = YearlyProfile.of(days(600, _ -> 1), BEGIN);

        assertThat(profile.months().stream().mapToInt(MonthFactor::days).sum()).isEqualTo(600);
        assertThat(profile.months().getFirst()).isEqualTo(new MonthFactor(Month.JANUARY, 1, 62));
        assertThat(profile.months().get(Month.SEPTEMBER.getValue() - 1).days()).isEqualTo(30);
    }
}
