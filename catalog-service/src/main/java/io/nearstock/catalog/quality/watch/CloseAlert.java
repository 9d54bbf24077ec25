package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.quality.watch.Alert.Closing;
import io.nearstock.chassis.web.UnknownIdException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A person ends an alert; one that is over stays as it ended. */
@Component
final class CloseAlert {

    private static final int ATTEMPTS = 20;

    private final Watches watches;
    private final AlertAnnouncements announcements;
    private final Clock clock;

    CloseAlert(Watches watches, AlertAnnouncements announcements, Clock clock) {
        this.watches = watches;
        this.announcements = announcements;
        this.clock = clock;
    }

    Alert close(Product product, String alertId, Closing closing) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var watch = watches.withAlert(product.id(), alertId).orElseThrow(() -> new UnknownIdException(alertId));
            var alert = watch.alert(alertId).orElseThrow();
            if (!alert.isOpen()) {
                return alert;
            }
            var next = watch.close(closing, clock.instant());
            if (watches.close(next, announcements.closed(next, product))) {
                return next.alerts().getLast();
            }
        }
        throw new IllegalStateException("others count for " + product.id() + " all the time");
    }
}
