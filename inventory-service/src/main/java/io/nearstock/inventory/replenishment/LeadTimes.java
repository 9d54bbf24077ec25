package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** How many days a supplier took for each of its orders, from sending it to the last delivery. */
record LeadTimes(List<Double> days) {

    private static final int FEWEST = 5;
    private static final double SECONDS_A_DAY = 86_400;

    static LeadTimes of(List<PurchaseOrder> orders) {
        return new LeadTimes(orders.stream()
                .filter(order -> order.status() == Status.RECEIVED)
                .flatMap(order ->
                        when(order, Status.SENT)
                                .map(sent ->
                                        days(sent, order.history().getLast().at()))
                                .stream())
                .toList());
    }

    private static Optional<Instant> when(PurchaseOrder order, Status status) {
        return order.history().stream()
                .filter(event -> event.status() == status)
                .map(PurchaseOrder.Event::at)
                .findFirst();
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
    }

    /** Their standard deviation as a share of their mean; empty while there are fewer than {@value #FEWEST}. */
    OptionalDouble variation() {
        var mean = each().average().orElse(0);
        if (days.size() < FEWEST || mean <= 0) {
            return OptionalDouble.empty();
        }
        var squares = each().map(day -> (day - mean) * (day - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (days.size() - 1)) / mean);
    }

    private DoubleStream each() {
        return days.stream().mapToDouble(Double::doubleValue);
    }
}
