package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
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
    private final SentUnits sent;
    private final UsualReturns usual;
    private final Watches watches;
    private final AlertAnnouncements announcements;
    private final WatchSettings settings;
    private final Clock clock;

    WatchReturns(
            Products products,
            SentUnits sent,
            UsualReturns usual,
            Watches watches,
            AlertAnnouncements announcements,
            WatchSettings settings,
            Clock clock) {
        this.products = products;
        this.sent = sent;
        this.usual = usual;
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
                judge(subject, product, null, sent.ofLot(subject, line.sku(), clock.instant()));
                continue;
            }
            var at = subject.isProduct() ? line.deliveredAt() : line.leftAt();
            if (at != null) {
                var month = Months.of(at);
                judge(subject, product, month.name(), sent.of(subject, line.sku(), month.from(), month.before()));
            }
        }
    }

    private void judge(Subject subject, Product product, @Nullable String month, Batch batch) {
        var now = clock.instant();
        var all = sent.of(product.sku(), now.minus(UsualReturns.MEMORY), now);
        var share = batch.rest(all).share(usual.elsewhere(product, all));
        if (batch.isKnown() && batch.evidence(share) >= settings.betweenFalseAlarms()) {
            var name = subject.id() + "/returns" + (month == null ? "" : "/" + month);
            var watch = Watch.ofReturns(name, subject, batch, share, now);
            watches.addOnce(watch, announcements.raised(watch, product));
        }
    }
}
