package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
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
        var ordered = orderedAt.atZone(settings.zone());
        var calendar = hub.sending();
        var waits = ordered.toLocalTime().isBefore(calendar.cutOff(settings.cutOff())) ? 0 : 1;
        var today = ordered.toLocalDate();
        var leaves = calendar.leaves(today, today.plusDays(waits), hub.capacity(), ahead.applyAsInt(hub, today));
        return leaves.plusDays(Math.max(1, (long) Math.ceil(distanceKm / settings.kmADay())));
    }
}
