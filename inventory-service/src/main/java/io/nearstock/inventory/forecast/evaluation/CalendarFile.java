package io.nearstock.inventory.forecast.evaluation;

import io.nearstock.inventory.forecast.Calendar;
import io.nearstock.inventory.forecast.Day;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calendar of M5: a row for each day from d_1 on, with its week, its events and who has money on it. */
final class CalendarFile {

    private static final String FAVOURED = "snap_";

    private final Path file;
    private final List<Day> days = new ArrayList<>();
    private final Map<Integer, Integer> firstDayOfWeek = new HashMap<>();
    private final List<LocalDate> dates = new ArrayList<>();

    private CalendarFile(Path file) {
        this.file = file;
    }

    static CalendarFile read(Path file) {
        var calendar = new CalendarFile(file);
        new Table(file).read(List.of("date", "d"), calendar::add);
        if (calendar.days.isEmpty()) {
            throw new FileProblem(file + " has no rows");
        }
        return calendar;
    }

    private void add(Table.Row row) {
        var index = days.size();
        var date = date(row.text("date"));
        if (!row.text("d").equals("d_" + (index + 1))
                || !date.minusDays(index).equals(index == 0 ? date : dates.getFirst())) {
            throw new FileProblem(
                    file + ": expected d_" + (index + 1) + ", a day after the one before, not " + row.text("d"));
        }
        dates.add(date);
        days.add(Calendar.of(date, events(row), favoured(row)));
        if (!row.text("wm_yr_wk").isEmpty()) {
            firstDayOfWeek.putIfAbsent(row.whole("wm_yr_wk"), index);
        }
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new FileProblem(file + ": \"" + text + "\" is not a date like 2016-05-22");
        }
    }

    private static List<String> events(Table.Row row) {
        return Stream.of("event_name_1", "event_name_2")
                .map(row::text)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Set<String> favoured(Table.Row row) {
        return row.columns().stream()
                .filter(column ->
                        column.startsWith(FAVOURED) && row.text(column).equals("1"))
                .map(column -> column.substring(FAVOURED.length()))
                .collect(Collectors.toSet());
    }

    Calendar calendar() {
        return Calendar.from(dates.getFirst(), days);
    }

    Map<Integer, Integer> firstDayOfWeek() {
        return firstDayOfWeek;
    }
}
