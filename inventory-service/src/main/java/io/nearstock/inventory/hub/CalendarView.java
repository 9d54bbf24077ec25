package io.nearstock.inventory.hub;

import io.nearstock.inventory.HubCalendar;
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
 * When a hub sends, as the API says it.
 *
 * @param openDays {@code monday} to {@code sunday}; every day where it is missing
 * @param closedOn days on which it does not send, whatever their weekday
 * @param cutOff until when an order leaves on the same day, by the clock of the settings
 */
record CalendarView(
        @Nullable @Size(min = 1, max = 7)
        List<@NotNull @Pattern(regexp = "(mon|tues|wednes|thurs|fri|satur|sun)day") String> openDays,

        @Nullable @Size(max = 366) List<@NotNull LocalDate> closedOn,
        @Nullable LocalTime cutOff) {

    HubCalendar calendar() {
        var days = openDays == null
                ? null
                : openDays.stream()
                        .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                        .toList();
        return new HubCalendar(days, closedOn, cutOff);
    }

    static @Nullable CalendarView of(@Nullable HubCalendar calendar) {
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
