package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.EventPublisher;
import io.nearstock.inventory.StockRow;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells how much of a product a hub has to give: always the latest state, never each change. */
@Component
final class LevelAnnouncements implements Function<StockRow, CompletableFuture<Void>> {

    record StockLevel(String sku, String hubId, int available, Instant at) {}

    private final EventPublisher publisher;
    private final Clock clock;

    LevelAnnouncements(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> apply(StockRow row) {
        var now = clock.instant();
        var level = new StockLevel(row.sku(), row.hubId(), Math.max(0, row.available()), now);
        return publisher.publish(
                "stock.levels", row.id(), "stock.level", row.id() + "." + row.seq(), row.seq(), now, level);
    }
}
