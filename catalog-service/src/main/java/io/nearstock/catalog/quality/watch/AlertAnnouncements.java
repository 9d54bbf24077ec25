package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Product;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells others that a product has turned bad, or what a supplier or a lot brought of it; platform/contracts holds the words still. */
@Component
final class AlertAnnouncements {

    static final String TYPE = "quality.alert";

    /**
     * What has turned bad, and what says so.
     *
     * @param signal {@code ratings} or {@code returns}
     * @param expectedShare of low ratings, or of units that come back
     */
    record Raised(
            String alertId,
            String productId,
            String sku,
            @Nullable String aspect,
            @Nullable String lot,
            @Nullable String supplierId,
            long reviews,
            long lowRatings,
            @Nullable Long delivered,
            @Nullable Long returned,
            double expectedShare,
            String signal,
            Instant at) {}

    static final String CLOSED = "quality.alert_closed";

    /**
     * An alert is over.
     *
     * @param because {@code calm}, {@code resolved} or {@code mistaken}: there was nothing to be alarmed of
     */
    record Closed(
            String alertId,
            String productId,
            String sku,
            @Nullable String lot,
            @Nullable String supplierId,
            String signal,
            String because,
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
                alert.lot(),
                alert.supplierId(),
                alert.ratings().reviews(),
                alert.ratings().low(),
                alert.delivered(),
                alert.returned(),
                Shares.rounded(alert.expected()),
                alert.signalName(),
                alert.raisedAt());
        return entries.entry(watch.id(), watch.version(), TYPE, alert.raisedAt(), event);
    }

    /** What a person wrote about it stays here. */
    OutboxEntry closed(Watch watch, Product product) {
        var alert = watch.alerts().getLast();
        var event = new Closed(
                alert.id(),
                product.id(),
                product.sku(),
                alert.lot(),
                alert.supplierId(),
                alert.signalName(),
                alert.closed().orElseThrow().because(),
                Objects.requireNonNull(alert.endedAt()));
        return entries.entry(watch.id(), watch.version(), CLOSED, event.at(), event);
    }
}
