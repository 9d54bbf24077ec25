package io.nearstock.inventory.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every day that a series can have, past and to come; it has no end. */
public final class Calendar {

    private static final int DAYS_IN_A_WEEK = 7;

    private final int season;
    private final @Nullable LocalDate start;
    private final List<Day> days;
    private final Map<String, Integer> eventCodes = new HashMap<>();

    private Calendar(int season, @Nullable LocalDate start, List<Day> days) {
        this.season = season;
        this.start = start;
        this.days = days;
        days.stream()
                .flatMap(day -> day.events().stream())
                .forEach(event -> eventCodes.putIfAbsent(event, eventCodes.size() + 1));
    }

    /** Nothing is known but how many periods make a season. */
    public static Calendar plain(int season) {
        return new Calendar(season, null, List.of());
    }

    /** Days that begin at a date; beyond the named ones it goes on without events. */
    public static Calendar from(LocalDate start, List<Day> named) {
        return new Calendar(DAYS_IN_A_WEEK, start, new ArrayList<>(named));
    }

    public int season() {
        return season;
    }

    public Day day(int index) {
        return index < days.size() ? days.get(index) : unnamed(index);
    }

    private Day unnamed(int index) {
        if (start == null) {
            return new Day(index % season, 0, 0, List.of(), Set.of());
        }
        var date = start.plus(index, ChronoUnit.DAYS);
        return of(date, List.of(), Set.of());
    }

    public static Day of(LocalDate date, List<String> events, Set<String> favoured) {
        var weekday = date.getDayOfWeek().getValue() - 1;
        return new Day(weekday, date.getDayOfMonth(), date.getMonthValue(), events, favoured);
    }

    /** A number for an event's name, the same all over this calendar; 0 for none. */
    public int eventCode(int index) {
        var events = day(index).events();
        return events.isEmpty() ? 0 : eventCodes.getOrDefault(events.getFirst(), 0);
    }

    /** To the next event, or so many as are looked ahead. */
    public int daysToEvent(int index, int most) {
        var ahead = 0;
        while (ahead < most && eventCode(index + ahead) == 0) {
            ahead++;
        }
        return ahead;
    }

    /** Since the last one, or so many as are looked back, or there are. */
    public int daysSinceEvent(int index, int most) {
        var back = 0;
        while (back < most && back < index && eventCode(index - back) == 0) {
            back++;
        }
        return back;
    }
}
