package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Rounds;
import io.nearstock.catalog.quality.watch.Alert.Closing;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Ends alerts about returns: a sequential test the other way round (Wald 1945), upon the units that left after the alert was raised
 * and have been out for long enough to come back. While they come back like the bad ones, the test errs once in 100.
 * All is counted anew each time, so any number of instances may look.
 */
@Component
final class EndAlerts implements Rounds.Worker {

    private final Watches watches;
    private final Products products;
    private final SentUnits sent;
    private final AlertAnnouncements announcements;
    private final WatchSettings settings;
    private final Rounds rounds;

    EndAlerts(
            Watches watches,
            Products products,
            SentUnits sent,
            AlertAnnouncements announcements,
            WatchSettings settings,
            Clock clock) {
        this.watches = watches;
        this.products = products;
        this.sent = sent;
        this.announcements = announcements;
        this.settings = settings;
        this.rounds = new Rounds("alerts about returns", settings.look(), () -> look(clock.instant()));
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    void look(Instant now) {
        watches.forEachOpenOfReturns(
                watch -> products.find(watch.subject().productId()).ifPresent(product -> look(watch, product, now)));
    }

    /** Where somebody else has closed it meanwhile, it stays as it is. */
    private void look(Watch watch, Product product, Instant now) {
        var alert = watch.alerts().getLast();
        var before = now.minus(settings.returnsWithin());
        if (before.isAfter(alert.raisedAt())) {
            var later = sent.of(watch.subject(), product.sku(), alert.raisedAt(), before);
            if (later.isKnown() && alert.isCalm(alert.calm(later))) {
                var next = watch.close(Closing.CALM, now);
                watches.close(next, announcements.closed(next, product));
            }
        }
    }
}
