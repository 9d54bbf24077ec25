package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.Watch;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells that a product is there again that somebody waits for. */
@Component
final class WatchAnnouncements implements Function<Watch.Due, OutboxEntry> {

    record BackInStock(String subscriptionId, String sku, String customerId, Instant at) {}

    private final OutboxEntries entries;

    WatchAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    /** The only message of a watch, so it is the first. */
    @Override
    public OutboxEntry apply(Watch.Due due) {
        var watch = due.watch();
        var back = new BackInStock(watch.id(), watch.sku(), watch.accountId(), due.at());
        return entries.entry(watch.id(), 1, "stock.back_in_stock", due.at(), back);
    }
}
