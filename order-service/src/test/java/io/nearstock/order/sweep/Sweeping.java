package io.nearstock.order.sweep;

import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** One look of the sweeper for tests in other packages. */
public final class Sweeping {

    private Sweeping() {}

    public static void sweep(ApplicationContext service, Instant now, Instant until) {
        var orders = service.getBean(DueOrders.class);
        for (var due : orders.at(now)) {
            if (orders.lease(due, until)) {
                service.getBean(FinishOrder.class).finish(due.id(), until);
            }
        }
    }
}
