package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.Portion;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells that a hold's time was over and its stock is free again. */
@Component
final class HoldAnnouncements implements Function<Hold, OutboxEntry> {

    record HoldExpired(String holdId, String reference, List<Portion> lines, Instant at) {}

    private final OutboxEntries entries;

    HoldAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    /** Expiring is the only message that a hold sends, so it is the first. */
    @Override
    public OutboxEntry apply(Hold hold) {
        if (!(hold.status() instanceof Expired(var at))) {
            throw new IllegalArgumentException(hold.id() + " has not expired");
        }
        var expired = new HoldExpired(
                hold.id(), hold.demand().reference(), hold.openStep().portions(), at);
        return entries.entry(hold.id(), 1, "hold.expired", at, expired);
    }
}
