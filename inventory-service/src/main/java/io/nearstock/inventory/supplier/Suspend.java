package io.nearstock.inventory.supplier;

import io.nearstock.inventory.Feedback;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.Scores;
import io.nearstock.inventory.Supplier;
import io.nearstock.inventory.Suppliers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Orders nothing more from whoever delivers too much that cannot be sold, or of which customers complain, until a person
 * reinstates it.
 */
@Component
final class Suspend {

    private static final int ORDERS_LOOKED_AT = 50;
    private static final int FEWEST_UNITS = 50;
    private static final double LEAST_GOOD = 0.9;

    private final Suppliers suppliers;
    private static final int LONGEST = 200;

    /** Three products about which customers complain now, or more of which they did some time ago. */
    private static final double MOST_ALERTS = 2.5;

    private final PurchaseOrders orders;
    private final Scores scores;
    private final Clock clock;

    Suspend(Suppliers suppliers, PurchaseOrders orders, Scores scores, Clock clock) {
        this.suppliers = suppliers;
        this.orders = orders;
        this.scores = scores;
        this.clock = clock;
    }

    /** Does nothing where it is suspended already; once more where somebody else has changed it meanwhile. */
    void whoDeliversBadly(String supplierId) {
        var found = trusted(supplierId);
        while (found.isPresent()) {
            var supplier = found.get();
            var reason = reason(orders.latest(supplierId, ORDERS_LOOKED_AT), since(supplier))
                    .or(() -> reason(scores.feedback(supplierId, since(supplier), clock.instant())));
            if (reason.isEmpty() || suppliers.replace(supplier.suspendedFor(reason.get()))) {
                return;
            }
            found = trusted(supplierId);
        }
    }

    private Optional<Supplier> trusted(String supplierId) {
        return suppliers.find(supplierId).filter(supplier -> supplier.suspended() == null);
    }

    private static Instant since(Supplier supplier) {
        return Objects.requireNonNullElse(supplier.trustedSince(), Instant.EPOCH);
    }

    /** Empty while it is of few products, or long ago. */
    static Optional<String> reason(Feedback feedback) {
        return feedback.weight() < MOST_ALERTS
                ? Optional.empty()
                : Optional.of(shortened("quality: customers complain of " + feedback.products()));
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 1) + "…";
    }

    /** Empty while there is too little to judge by, or enough of it is good. */
    static Optional<String> reason(List<PurchaseOrder> orders, Instant since) {
        var items = orders.stream()
                .filter(order -> !order.history().getLast().at().isBefore(since))
                .flatMap(order -> order.items().stream())
                .toList();
        var good = items.stream().mapToLong(Item::received).sum();
        var came = good + items.stream().mapToLong(Item::damaged).sum();
        return came < FEWEST_UNITS || good >= LEAST_GOOD * came
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "quality: %d of the last %d units were good, and at least %.0f %% must be",
                        good,
                        came,
                        100 * LEAST_GOOD));
    }
}
