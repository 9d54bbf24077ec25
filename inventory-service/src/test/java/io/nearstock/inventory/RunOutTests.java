package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.DemandForecast.ForecastDay;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOutTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");

    /** Four go each day, so that twelve last for three days and are missed on the fourth. */
    @ParameterizedTest
    @CsvSource({
        "12, 2, true",
        "12, 3, true",
        "12, 4, false",
        "15, 3, true",
        "15, 4, false",
        "16, 4, true",
        " 0, 0, true",
        " 0, 1, false",
        "-3, 0, true",
        "-3, 1, false",
    })
    void isMetByWhatComesOnTheDayItRunsOut(int position, int leadTimeDays, boolean inTime) {
        assertThat(RunOut.of(position, null, daily(4, 35), TODAY).isMetIn(leadTimeDays))
                .isEqualTo(inTime);
    }

    /** Seven days are known, of one each; the last week goes on. */
    @ParameterizedTest
    @CsvSource({"6, 2026-11-08", "7, 2026-11-09", "8, 2026-11-10", "300, 2027-08-29"})
    void goesOnBeyondTheForecastsEnd(int position, LocalDate day) {
        assertThat(RunOut.of(position, null, daily(1, 7), TODAY).day()).isEqualTo(day);
    }

    @Test
    void regardsNoDayThatHasPassed() {
        var known = RunOut.of(4, null, daily(1, 7), TODAY.plusDays(5));

        assertThat(known.day()).isEqualTo(TODAY.plusDays(9));
        assertThat(RunOut.of(4, null, daily(1, 7), TODAY.plusDays(7)).day()).isNull();
    }

    @Test
    void isNotKnownWhereNothingIsForecastOrWanted() {
        assertThat(unknown(RunOut.of(3, null, null, TODAY))).isTrue();
        assertThat(unknown(RunOut.of(3, null, daily(0, 35), TODAY))).isTrue();
        assertThat(unknown(RunOut.of(1000, null, daily(1, 35), TODAY))).isTrue();
        assertThat(RunOut.of(-1, null, null, TODAY).isMetIn(1)).isFalse();
    }

    /** Three are owed, and were promised to leave in eight days. */
    @Test
    void givesBackOrdersUntilTheDayTheyWerePromised() {
        var terms = new BackOrderTerms(20, TODAY.plusDays(8));

        assertThat(RunOut.of(-3, terms, daily(4, 35), TODAY).isMetIn(8)).isTrue();
        assertThat(RunOut.of(-3, terms, daily(4, 35), TODAY).isMetIn(9)).isFalse();
        assertThat(RunOut.of(-3, terms, null, TODAY).isMetIn(9)).isFalse();
        assertThat(RunOut.of(40, terms, daily(4, 35), TODAY).day()).isEqualTo(TODAY.plusDays(10));
        assertThat(unknown(RunOut.of(40, terms, null, TODAY))).isTrue();
    }

    private static boolean unknown(RunOut runOut) {
        return runOut.day() == null && runOut.isMetIn(365);
    }

    private static DemandForecast daily(double mean, int count) {
        var days = IntStream.range(0, count)
                .mapToObj(day -> new ForecastDay(TODAY.plusDays(day), mean, 0, mean, 2 * mean))
                .toList();
        return new DemandForecast("TEA@hub_1", TODAY, days, "mean-28 100 %", 0.7, 0.9, 2, null, null);
    }
}
