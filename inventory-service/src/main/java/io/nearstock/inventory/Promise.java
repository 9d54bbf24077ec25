package io.nearstock.inventory;

import io.nearstock.inventory.Departure.Delay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.ToIntBiFunction;
import org.springframework.stereotype.Component;

/** When a shipment will be there: the hub's next open day with room for it, and the days on the way, which all count. */
@Component
public final class Promise {

    private final PromiseSettings settings;
    private final ToIntBiFunction<Hub, LocalDate> ahead;

    /** Takes how many orders are to leave a hub first, as a day sees it. */
    Promise(PromiseSettings settings, ToIntBiFunction<Hub, LocalDate> ahead) {
        this.settings = settings;
        this.ahead = ahead;
    }

    /** The morning of a day that is still to come, or now. */
    Instant morningOf(LocalDate day, Instant now) {
        var morning = day.atStartOfDay(settings.zone()).toInstant();
        return morning.isAfter(now) ? morning : now;
    }

    public LocalDate date(Hub hub, double distanceKm, Instant orderedAt) {
        return arrival(departure(hub, orderedAt).day(), distanceKm);
    }

    LocalDate arrival(LocalDate leaves, double distanceKm) {
        return leaves.plusDays(Math.max(1, (long) Math.ceil(distanceKm / settings.kmADay())));
    }

    Departure departure(Hub hub, Instant orderedAt) {
        var ordered = orderedAt.atZone(settings.zone());
        var today = ordered.toLocalDate();
        var calendar = hub.sending();
        var earliest = earliest(ordered, calendar.cutOff(settings.cutOff()));
        var leaves = calendar.leaves(today, earliest, hub.capacity(), ahead.applyAsInt(hub, today));
        var usual = earliest(ordered, settings.cutOff());
        if (!leaves.isAfter(usual)) {
            return new Departure(leaves, Delay.NONE);
        }
        var isFull = leaves.isAfter(calendar.leaves(today, earliest, null, 0));
        return new Departure(leaves, isFull ? Delay.FULL : calendar.isOpen(usual) ? Delay.CUT_OFF : Delay.CLOSED);
    }

    private static LocalDate earliest(ZonedDateTime ordered, LocalTime cutOff) {
        return ordered.toLocalDate().plusDays(ordered.toLocalTime().isBefore(cutOff) ? 0 : 1);
    }
}
