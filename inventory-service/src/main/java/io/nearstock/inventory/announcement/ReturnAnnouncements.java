package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.ReturnedGoods;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what came back and why; what else somebody wrote about it is not told, for it may be personal. */
@Component
final class ReturnAnnouncements implements Function<ReturnedGoods, OutboxEntry> {

    record Returned(
            String id,
            String returnId,
            @Nullable String orderId,
            String hubId,
            List<ReturnedGoods.Part> lines,
            Instant at) {}

    private final OutboxEntries entries;

    ReturnAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    /** The only message of a return, so it is the first. */
    @Override
    public OutboxEntry apply(ReturnedGoods back) {
        var returned = new Returned(back.id(), back.returnId(), back.orderId(), back.hubId(), back.lines(), back.at());
        return entries.entry(back.id(), 1, "stock.returned", back.at(), returned);
    }
}
