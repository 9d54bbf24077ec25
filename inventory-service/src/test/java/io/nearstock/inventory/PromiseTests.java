package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Departure.Delay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTests {

    private static final List<DayOfWeek> WEEKDAYS = List.of(DayOfWeek.values()).subList(0, 5);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Promise promise = promise(0);

    private static Promise promise(int ahead) {
        return new Promise(new PromiseSettings(LocalTime.of(14, 0), LONDON, 500), (_, _) -> ahead);
    }

    private static Hub hub(@Nullable Integer capacity, @Nullable WorkCalendar calendar) {
        return new Hub("hub_1", "Leeds", HoldFixtures.LEEDS, null, null, capacity, null, null, calendar, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T13:59:59Z,   0, 2026-11-03",
        "2026-11-02T13:59:59Z, 500, 2026-11-03",
        "2026-11-02T13:59:59Z, 501, 2026-11-04",
        "2026-11-02T14:00:00Z, 100, 2026-11-04",
        "2026-07-01T13:00:00Z, 100, 2026-07-03",
        "2026-12-31T23:00:00Z,   1, 2027-01-02",
    })
    void dependsOnCutOffAndDistance(Instant orderedAt, double km, String promised) {
        assertThat(promise.date(hub(null, null), km, orderedAt)).isEqualTo(promised);
    }

    /** 2026-12-24 is a Thursday; the hub sends on weekdays until four, and not on Christmas Day. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-24T15:59:59Z, 2026-12-25",
        "2026-12-24T16:00:00Z, 2026-12-29",
        "2026-12-25T09:00:00Z, 2026-12-29",
        "2026-12-27T23:00:00Z, 2026-12-29",
        "2026-12-28T15:00:00Z, 2026-12-29",
    })
    void leavesOnAnOpenDay(Instant orderedAt, String promised) {
        var christmas = new WorkCalendar(WEEKDAYS, List.of(LocalDate.parse("2026-12-25")), LocalTime.of(16, 0));

        assertThat(promise.date(hub(null, christmas), 100, orderedAt)).isEqualTo(promised);
    }

    /** Monday noon; ten orders a day on weekdays. */
    @ParameterizedTest
    @CsvSource({"0, 2026-11-03", "9, 2026-11-03", "10, 2026-11-04", "49, 2026-11-07", "50, 2026-11-10"})
    void waitsForADayWithRoom(int ahead, String promised) {
        var weekdays = new WorkCalendar(WEEKDAYS, null, null);

        assertThat(promise(ahead).date(hub(10, weekdays), 100, Instant.parse("2026-11-02T12:00:00Z")))
                .isEqualTo(promised);
    }

    /** Monday 2026-11-02; the hub has a cut-off of noon, others have two o'clock. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T11:59:59Z, 0, , NONE",
        "2026-11-02T12:00:00Z, 0, , CUT_OFF",
        "2026-11-02T14:00:00Z, 0, , NONE",
        "2026-11-02T09:00:00Z, 9, , NONE",
        "2026-11-02T09:00:00Z, 10, , FULL",
        "2026-11-02T14:00:00Z, 10, , NONE",
        "2026-11-02T14:00:00Z, 20, , FULL",
        "2026-11-02T09:00:00Z, 0, 2026-11-02, CLOSED",
        "2026-11-02T14:00:00Z, 0, 2026-11-02, NONE",
        "2026-11-02T14:00:00Z, 0, 2026-11-03, CLOSED",
        "2026-11-02T09:00:00Z, 10, 2026-11-02, FULL",
    })
    void saysWhyItLeavesLaterThanFromOtherHubs(Instant orderedAt, int ahead, @Nullable LocalDate closed, Delay delay) {
        var calendar = new WorkCalendar(null, closed == null ? null : List.of(closed), LocalTime.NOON);

        assertThat(promise(ahead).departure(hub(10, calendar), orderedAt).delay())
                .isEqualTo(delay);
    }

    @Test
    void leavesWhatADayCouldNotSendToTheNext() {
        var monday = LocalDate.parse("2026-11-02");
        var weekdays = new WorkCalendar(WEEKDAYS, null, null);
        var orders = Map.of(monday.minusDays(3), 14, monday.minusDays(1), 2, monday, 3);

        assertThat(HubLoads.ahead(orders, weekdays, 10, monday)).isEqualTo(4 + 2 + 3);
        assertThat(HubLoads.ahead(orders, WorkCalendar.ALWAYS, 10, monday)).isEqualTo(3);
    }

    /** Whatever the calendar and the queue: it leaves on an open day, not before its time, and never earlier for waiting. */
    @Test
    void keepsToItsRulesWhateverTheCalendar() {
        var random = new Random(11);
        for (int round = 0; round < 5000; round++) {
            var calendar = anyCalendar(random);
            var today = LocalDate.parse("2026-11-02").plusDays(random.nextInt(30));
            var earliest = today.plusDays(random.nextInt(2));
            var capacity = random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(5));
            var ahead = random.nextInt(30);

            var leaves = calendar.leaves(today, earliest, capacity, ahead);

            assertThat(calendar.isOpen(leaves)).isTrue();
            assertThat(leaves).isAfterOrEqualTo(earliest);
            assertThat(calendar.leaves(today, earliest.plusDays(1), capacity, ahead))
                    .isAfterOrEqualTo(leaves);
            assertThat(calendar.leaves(today, earliest, capacity, ahead + 1)).isAfterOrEqualTo(leaves);
            assertThat(leaves).isEqualTo(simulated(calendar, today, earliest, capacity, ahead));
        }
    }

    /** Day by day, as the hub would do it. */
    private static LocalDate simulated(
            WorkCalendar calendar, LocalDate today, LocalDate earliest, @Nullable Integer capacity, int ahead) {
        var room = capacity == null ? Integer.MAX_VALUE : capacity;
        var queue = ahead;
        for (var day = today; ; day = day.plusDays(1)) {
            var sent = calendar.isOpen(day) ? Math.min(queue, room) : 0;
            queue -= sent;
            if (calendar.isOpen(day) && sent < room && !day.isBefore(earliest)) {
                return day;
            }
        }
    }

    private static WorkCalendar anyCalendar(Random random) {
        var open = List.of(DayOfWeek.values()).stream()
                .filter(_ -> random.nextInt(3) > 0)
                .toList();
        var closed = IntStream.range(0, random.nextInt(10))
                .mapToObj(_ -> LocalDate.parse("2026-11-02").plusDays(random.nextInt(60)))
                .toList();
        return new WorkCalendar(open.isEmpty() ? null : open, closed, null);
    }
}
