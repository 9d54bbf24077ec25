package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Product;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells others that a product has turned bad; platform/contracts holds the words still. */
@Component
final class AlertAnnouncements {

    static final String TYPE = "quality.alert";

    record Raised(
            String alertId,
            String productId,
            String sku,
            @Nullable String aspect,
            long reviews,
            long lowRatings,
            double expectedShare,
            Instant at) {}

    private final OutboxEntries entries;

    AlertAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    OutboxEntry raised(Watch watch, Product product) {
        var alert = watch.alerts().getLast();
        var event = new Raised(
                alert.id(),
                product.id(),
                product.sku(),
                alert.aspect() == null ? null : alert.aspect().code(),
                alert.seen().reviews(),
                alert.seen().low(),
                Shares.rounded(alert.expected()),
                alert.raisedAt());
        return entries.entry(product.id(), watch.version(), TYPE, alert.raisedAt(), event);
    }
}
