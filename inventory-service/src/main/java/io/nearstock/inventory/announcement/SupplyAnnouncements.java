package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.Crossing;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells that a row ran low, ran out, owes more than it has, or is there again: once for each crossing. */
@Component
final class SupplyAnnouncements implements Function<Crossing, OutboxEntry> {

    /**
     * One row's news.
     *
     * @param available below zero where more was sold over the counter than there was
     */
    record Supplied(
            String sku,
            String hubId,
            int available,
            @Nullable Integer reorderPoint,
            Instant at) {}

    private final OutboxEntries entries;

    SupplyAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    /** The row's own count of changes orders its news. */
    @Override
    public OutboxEntry apply(Crossing crossing) {
        var row = crossing.row();
        var supplied = new Supplied(row.sku(), row.hubId(), row.available(), row.reorderPoint(), crossing.at());
        return entries.entry(row.id(), row.seq(), crossing.news().orElseThrow(), crossing.at(), supplied);
    }
}
