package io.nearstock.inventory.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.demand.Pattern.Kind;
import java.time.DayOfWeek;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTests {

    private static double[] repeated(int times, double... days) {
        return IntStream.range(0, times * days.length)
                .mapToDouble(day -> days[day % days.length])
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "1,    0.1,  SMOOTH",
        "1.32, 0.49, SMOOTH",
        "1.32, 0.5,  ERRATIC",
        "1.33, 0.49, INTERMITTENT",
        "1.33, 0.5,  LUMPY",
    })
    void cutsWhereSyntetosBoylanAndCrostonDo(double interval, double variation, Kind kind) {
        assertThat(Kind.of(interval, variation)).isEqualTo(kind);
    }

    @Test
    void measuresIntervalsAndSizes() {
        var pattern = Pattern.of(repeated(20, 2, 0, 6, 0), DayOfWeek.MONDAY);

        assertThat(pattern.interval()).isEqualTo(2);
        assertThat(pattern.variation()).isEqualTo(0.25);
        assertThat(pattern.kind()).isEqualTo(Kind.INTERMITTENT);
    }

    @Test
    void countsNoDaysBeforeTheFirstDemand() {
        var late = new double[140];
        IntStream.range(70, 140).forEach(day -> late[day] = 5);

        var pattern = Pattern.of(late, DayOfWeek.MONDAY);

        assertThat(pattern.kind()).isEqualTo(Kind.SMOOTH);
        assertThat(pattern.trend()).isCloseTo(0, within(1e-9));
    }

    @Test
    void tellsWeekdaysFromMonday() {
        var fromWednesday = repeated(8, 1, 1, 1, 4, 5, 1, 1);

        var pattern = Pattern.of(fromWednesday, DayOfWeek.WEDNESDAY);

        assertThat(pattern.weekdays()).containsExactly(0.5, 0.5, 0.5, 0.5, 0.5, 2.0, 2.5);
    }

    @Test
    void tellsTheTrendByWeek() {
        var rising = IntStream.range(0, 91).mapToDouble(day -> 10 + day / 7.0).toArray();

        assertThat(Pattern.of(rising, DayOfWeek.MONDAY).trend()).isCloseTo(1, within(1e-9));
    }

    @Test
    void saysSoWhereThereIsNoDemand() {
        assertThat(Pattern.of(new double[30], DayOfWeek.MONDAY).kind()).isEqualTo(Kind.NONE);
    }
}
