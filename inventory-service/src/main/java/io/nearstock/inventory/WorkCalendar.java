package io.nearstock.inventory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a hub, or a supplier, sends.
 *
 * @param openDays weekdays on which it does; every day when null
 * @param closedOn days on which it does not, whatever their weekday
 * @param cutOff until when an order counts for the same day; null for as everywhere with a hub, for all day with a supplier
 */
public record WorkCalendar(
        @Nullable List<DayOfWeek> openDays,
        @Nullable List<LocalDate> closedOn,
        @Nullable LocalTime cutOff) {

    static final WorkCalendar ALWAYS = new WorkCalendar(null, null, null);

    /** A hub that is closed for longer than that is thought to open then. */
    private static final int MOST_DAYS = 400;

    boolean isOpen(LocalDate day) {
        return (openDays == null || openDays.contains(day.getDayOfWeek()))
                && (closedOn == null || !closedOn.contains(day));
    }

    LocalTime cutOff(LocalTime usual) {
        return Objects.requireNonNullElse(cutOff, usual);
    }

    /**
     * The day on which an order leaves.
     *
     * @param earliest not before; today, or tomorrow after the cut-off
     * @param capacity orders a day; null for any number
     * @param ahead orders that are to leave first
     */
    LocalDate leaves(LocalDate today, LocalDate earliest, @Nullable Integer capacity, int ahead) {
        var queue = ahead;
        for (var day = today; day.isBefore(today.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
            if (!isOpen(day)) {
                continue;
            }
            if (capacity != null && queue >= capacity) {
                queue -= capacity;
            } else if (day.isBefore(earliest)) {
                queue = 0;
            } else {
                return day;
            }
        }
        return today.plusDays(MOST_DAYS);
    }

    /**
     * The day on which a supplier's goods are to be there. An order counts from the day on which it comes, if that is open and
     * the cut-off is not over, else from the next open one; after that day so many open ones pass as its lead time has.
     */
    LocalDate delivers(LocalDateTime ordered, int leadTimeDays) {
        var today = ordered.toLocalDate();
        var isInTime = cutOff == null || ordered.toLocalTime().isBefore(cutOff);
        return Stream.iterate(isInTime ? today : today.plusDays(1), day -> day.plusDays(1))
                .filter(this::isOpen)
                .skip(leadTimeDays)
                .findFirst()
                .orElseThrow();
    }
}
