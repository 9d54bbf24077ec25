package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.GeoPoint;
import io.nearstock.inventory.Hub;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a hub is called and where it is, whenever that may have changed. */
@Component
final class HubAnnouncements implements Function<Hub, OutboxEntry> {

    record HubChanged(String hubId, String name, @Nullable String landmark, GeoPoint position, Instant at) {}

    private final OutboxEntries entries;
    private final Clock clock;

    HubAnnouncements(OutboxEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public OutboxEntry apply(Hub hub) {
        var now = clock.instant();
        var changed = new HubChanged(hub.id(), hub.name(), hub.landmark(), GeoPoint.of(hub.position()), now);
        return entries.entry(hub.id(), hub.version(), "hub.changed", now, changed);
    }
}
