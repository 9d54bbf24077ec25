package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When a shipment will be there. Every day is a working day; calendars are not regarded. */
@Component
public final class Promise {

    private final PromiseSettings settings;

    Promise(PromiseSettings settings) {
        this.settings = settings;
    }

    /** The morning of a day that is still to come, or now. */
    Instant morningOf(LocalDate day, Instant now) {
        var morning = day.atStartOfDay(settings.zone()).toInstant();
        return morning.isAfter(now) ? morning : now;
    }

    public LocalDate date(double distanceKm, Instant orderedAt) {
        var ordered = orderedAt.atZone(settings.zone());
        var waits = ordered.toLocalTime().isBefore(settings.cutOff()) ? 0 : 1;
        var travels = Math.max(1, (long) Math.ceil(distanceKm / settings.kmADay()));
        return ordered.toLocalDate().plusDays(waits + travels);
    }
}
