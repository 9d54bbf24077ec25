package io.nearstock.inventory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a hub, or a supplier, sends, as the API says it.
 *
 * @param openDays {@code monday} to {@code sunday}; every day where it is missing
 * @param closedOn days on which it does not send, whatever their weekday
 * @param cutOff until when an order counts for the same day, by the clock of the settings
 */
public record CalendarView(
        @Nullable @Size(min = 1, max = 7)
        List<@NotNull @Pattern(regexp = "(mon|tues|wednes|thurs|fri|satur|sun)day") String> openDays,

        @Nullable @Size(max = 366) List<@NotNull LocalDate> closedOn,
        @Nullable LocalTime cutOff) {

    public WorkCalendar calendar() {
        var days = openDays == null
                ? null
                : openDays.stream()
                        .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                        .toList();
        return new WorkCalendar(days, closedOn, cutOff);
    }

    public static @Nullable CalendarView of(@Nullable WorkCalendar calendar) {
        if (calendar == null) {
            return null;
        }
        var days = calendar.openDays();
        var named = days == null
                ? null
                : days.stream().map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
        return new CalendarView(named, calendar.closedOn(), calendar.cutOff());
    }
}
