package io.nearstock.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when goods must have come to a row.
 *
 * @param day the first one on which more is wanted than it has; null where nothing says that it will run out
 */
public record RunOut(LocalDate today, @Nullable LocalDate day) {

    /**
     * Reads it from what is expected. Customers who were told of a later day wait until then.
     *
     * @param position available and on order, which is thought to come in time
     * @param forecast null where there is none: then only what is owed already is known to be missing
     */
    public static RunOut of(
            int position, @Nullable BackOrderTerms terms, @Nullable DemandForecast forecast, LocalDate today) {
        var day = position < 0 ? today : usedUp(position, forecast, today);
        return new RunOut(today, day == null || terms == null ? day : later(day, terms.shipsOn()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable LocalDate usedUp(int position, @Nullable DemandForecast forecast, LocalDate today) {
        return forecast == null ? null : forecast.usedUp(position, today).orElse(null);
    }

    /** Whether what is ordered today and takes so long comes in time. */
    public boolean isMetIn(int leadTimeDays) {
        return day == null || !today.plusDays(leadTimeDays).isAfter(day);
    }
}
