package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.LotShipments;
import io.nearstock.catalog.Origin;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks, whenever something comes back, whether more of its batch does than of the rest of the product: of its lot, of what
 * was delivered of the product in one month, and of what its supplier brought then. All is counted anew from what is
 * stored, so it does no harm to hear of a return twice; a batch raises one alert.
 */
@Component
final class WatchReturns {

    private static final int MEMORY_DAYS = 365;

    private record Months(Instant from, Instant before) {

        static Months of(Instant at) {
            var month = YearMonth.from(at.atZone(ZoneOffset.UTC));
            return new Months(start(month), start(month.plusMonths(1)));
        }

        private static Instant start(YearMonth month) {
            return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        String name() {
            return from.toString().substring(0, 7);
        }
    }

    private final Products products;
    private final Deliveries deliveries;
    private final LotShipments shipments;
    private final ReturnLines lines;
    private final Watches watches;
    private final AlertAnnouncements announcements;
    private final WatchSettings settings;
    private final Clock clock;

    WatchReturns(
            Products products,
            Deliveries deliveries,
            LotShipments shipments,
            ReturnLines lines,
            Watches watches,
            AlertAnnouncements announcements,
            WatchSettings settings,
            Clock clock) {
        this.products = products;
        this.deliveries = deliveries;
        this.shipments = shipments;
        this.lines = lines;
        this.watches = watches;
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    /** It is stored already. */
    void see(ReturnLine line) {
        if (line.faulty()) {
            products.ofSkus(List.of(line.sku())).forEach(product -> look(line, product));
        }
    }

    private void look(ReturnLine line, Product product) {
        for (var subject : Subject.of(product.id(), line.origin())) {
            if (subject.lot() != null) {
                judge(subject, product, null, lot(subject, line.sku()));
                continue;
            }
            var sent = subject.isProduct() ? line.deliveredAt() : line.leftAt();
            if (sent != null) {
                var month = Months.of(sent);
                judge(subject, product, month.name(), batch(subject, line.sku(), month));
            }
        }
    }

    private Batch lot(Subject subject, String sku) {
        var left = shipments.units(sku, subject.origin(), Instant.EPOCH, clock.instant());
        return new Batch(left, lines.faultyOf(subject, sku));
    }

    private Batch batch(Subject subject, String sku, Months month) {
        var supplierId = subject.supplierId();
        return supplierId == null
                ? product(sku, month.from(), month.before())
                : new Batch(
                        shipments.units(sku, new Origin(null, supplierId), month.from(), month.before()),
                        lines.faulty(sku, supplierId, month.from(), month.before()));
    }

    private Batch product(String sku, Instant from, Instant before) {
        return new Batch(deliveries.units(sku, from, before), lines.faulty(sku, from, before));
    }

    private void judge(Subject subject, Product product, @Nullable String month, Batch batch) {
        var now = clock.instant();
        var all = product(product.sku(), now.minus(MEMORY_DAYS, ChronoUnit.DAYS), now);
        var share = batch.rest(all).share(settings.usualReturns());
        if (batch.isKnown() && batch.evidence(share) >= settings.betweenFalseAlarms()) {
            var name = subject.id() + "/returns" + (month == null ? "" : "/" + month);
            var watch = Watch.ofReturns(name, subject, batch, share, now);
            watches.addOnce(watch, announcements.raised(watch, product));
        }
    }
}
