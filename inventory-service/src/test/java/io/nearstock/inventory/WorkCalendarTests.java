package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lead times in a supplier's working days. 2026-12-21 is a Monday. */
class WorkCalendarTests {

    private static final List<DayOfWeek> WEEKDAYS = List.of(DayOfWeek.values()).subList(0, 5);

    private static final WorkCalendar HOLIDAYS = new WorkCalendar(
            WEEKDAYS, List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01")), LocalTime.NOON);

    @ParameterizedTest
    @CsvSource(textBlock = """
        # before the cut-off    , days, is there
        2026-12-21T11:59:59     , 0   , 2026-12-21
        2026-12-21T11:59:59     , 1   , 2026-12-22
        2026-12-21T11:59:59     , 3   , 2026-12-24
        # over a closed day and a weekend
        2026-12-21T11:59:59     , 4   , 2026-12-28
        2026-12-24T09:00        , 1   , 2026-12-28
        # after the cut-off
        2026-12-21T12:00        , 0   , 2026-12-22
        2026-12-21T12:00        , 3   , 2026-12-28
        2026-12-24T12:00        , 0   , 2026-12-28
        # on a day on which it does not work, whatever the time
        2026-12-25T09:00        , 0   , 2026-12-28
        2026-12-26T13:00        , 1   , 2026-12-29
        2026-12-27T00:00        , 1   , 2026-12-29
        # over the end of the year
        2026-12-30T09:00        , 1   , 2026-12-31
        2026-12-30T09:00        , 2   , 2027-01-04
        2026-12-31T23:59        , 0   , 2027-01-04
        2026-12-31T09:00        , 260 , 2027-12-31
        """)
    void countsTheDaysOnWhichItWorks(LocalDateTime ordered, int days, LocalDate there) {
        assertThat(HOLIDAYS.delivers(ordered, days)).isEqualTo(there);
    }

    @Test
    void countsEachDayWhereItWorksOnAll() {
        var late = LocalDateTime.parse("2026-12-31T23:59:59");

        assertThat(WorkCalendar.ALWAYS.delivers(late, 0)).isEqualTo("2026-12-31");
        assertThat(WorkCalendar.ALWAYS.delivers(late, 365)).isEqualTo("2027-12-31");
    }
}
