package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.SuppliedHold;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells an order that what it waited for has come to a hub. */
@Component
final class SuppliedAnnouncements implements Function<SuppliedHold, OutboxEntry> {

    record HoldSupplied(String holdId, String orderId, String hubId, List<Line> lines, Instant at) {}

    private final OutboxEntries entries;

    SuppliedAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    /** The only message about a hold and a hub, so it is the first. */
    @Override
    public OutboxEntry apply(SuppliedHold hold) {
        var supplied = new HoldSupplied(hold.holdId(), hold.orderId(), hold.hubId(), hold.lines(), hold.at());
        return entries.entry(hold.id(), 1, "hold.supplied", hold.at(), supplied);
    }
}
