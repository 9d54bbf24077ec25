package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.GeoPoint;
import io.nearstock.inventory.Sightings.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where goods are that a supplier has sent, so that a map can follow. */
@Component
final class PositionAnnouncements implements Function<Seen, OutboxEntry> {

    record PurchaseOrderPosition(
            String purchaseOrderId,
            String supplierId,
            String hubId,
            @Nullable String notice,
            GeoPoint position,
            double distanceKm,
            @Nullable LocalDate expectedOn,
            Instant at) {}

    private final OutboxEntries entries;

    PositionAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    /** It has the next number of its order's messages. */
    @Override
    public OutboxEntry apply(Seen seen) {
        var order = seen.order();
        var said = seen.sighting();
        var position = new PurchaseOrderPosition(
                order.id(),
                order.supplierId(),
                order.hubId(),
                said.notice(),
                GeoPoint.of(said.position()),
                seen.distanceKm(),
                order.expectedOn(),
                said.at());
        return entries.entry(order.id(), order.version(), "purchase_order.position", said.at(), position);
    }
}
