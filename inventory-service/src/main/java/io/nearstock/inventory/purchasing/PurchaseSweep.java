package io.nearstock.inventory.purchasing;

import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.PurchaseOrders;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does what a crash left undone. Any number of instances share the work. */
@Component
final class PurchaseSweep {

    private static final int ORDERS_A_ROUND = 50;

    private final PurchaseOrders orders;
    private final HoldSettings settings;
    private final Clock clock;

    PurchaseSweep(PurchaseOrders orders, HoldSettings settings, Clock clock) {
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void run() {
        for (int round = 0; round < ORDERS_A_ROUND; round++) {
            var due = orders.takeDue(clock.instant(), settings.lease());
            if (due.isEmpty()) {
                return;
            }
            orders.finish(due.get());
        }
    }
}
