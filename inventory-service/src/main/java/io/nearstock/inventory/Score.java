package io.nearstock.inventory;

import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Status;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a supplier is, from 0 to 1 in four ways, and the weighted mean of those that there is something to say about.
 *
 * @param fillRate units received of units ordered, over orders that have ended
 * @param punctuality orders that ended on the day that was promised when they were sent, or before
 * @param quality the product of the next two, of what is known
 * @param price the cheapest valid offer as a share of this supplier's, over its offers
 * @param overall null while nothing is known
 * @param orders how many orders have ended
 * @param inspections good units of units received
 * @param feedback what customers found
 */
public record Score(
        @Nullable Double fillRate,
        @Nullable Double punctuality,
        @Nullable Double quality,
        @Nullable Double price,
        @Nullable Double overall,
        int orders,
        @Nullable Double inspections,
        Feedback feedback) {

    /** What each part counts for. */
    public record Weights(double fillRate, double punctuality, double quality, double price) {}

    public static final Weights WEIGHTS = new Weights(0.3, 0.25, 0.25, 0.2);

    public static Score of(
            List<PurchaseOrder> orders, List<Offer> own, List<Offer> everybodys, Feedback feedback, LocalDate today) {
        var ended = orders.stream()
                .filter(order -> order.status() == Status.RECEIVED)
                .toList();
        var items = ended.stream().flatMap(order -> order.items().stream()).toList();
        var ordered = items.stream().mapToLong(Item::quantity).sum();
        var good = items.stream().mapToLong(Item::received).sum();
        var came = good + items.stream().mapToLong(Item::damaged).sum();
        var fillRate = share(Math.min(came, ordered), ordered);
        var punctuality = share(ended.stream().filter(Score::isPunctual).count(), ended.size());
        var inspections = share(good, came);
        var quality = quality(inspections, feedback);
        var price = price(own, everybodys, today);
        return new Score(
                fillRate,
                punctuality,
                quality,
                price,
                overall(fillRate, punctuality, quality, price),
                ended.size(),
                inspections,
                feedback);
    }

    private static @Nullable Double quality(@Nullable Double inspections, Feedback feedback) {
        if (inspections == null && feedback.alerts().isEmpty()) {
            return null;
        }
        return inspections == null ? feedback.value() : inspections * feedback.value();
    }

    private static boolean isPunctual(PurchaseOrder order) {
        var ended = order.history().getLast().at().atZone(ZoneOffset.UTC).toLocalDate();
        var promised = order.promisedOn() == null ? order.expectedOn() : order.promisedOn();
        return promised == null || !ended.isAfter(promised);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static @Nullable Double price(List<Offer> own, List<Offer> everybodys, LocalDate today) {
        var shares = own.stream()
                .filter(offer -> offer.isValidOn(today))
                .mapToDouble(offer -> (double) cheapest(offer, everybodys, today)
                        / offer.unitCost().amount())
                .average();
        return shares.isPresent() ? shares.getAsDouble() : null;
    }

    private static long cheapest(Offer offer, List<Offer> everybodys, LocalDate today) {
        return everybodys.stream()
                .filter(other -> other.sku().equals(offer.sku()) && other.isValidOn(today))
                .filter(other ->
                        other.unitCost().currency().equals(offer.unitCost().currency()))
                .mapToLong(other -> other.unitCost().amount())
                .min()
                .orElse(offer.unitCost().amount());
    }

    private static @Nullable Double overall(
            @Nullable Double fillRate, @Nullable Double punctuality, @Nullable Double quality, @Nullable Double price) {
        var sum = 0.0;
        var weights = 0.0;
        var parts = new @Nullable Double[] {fillRate, punctuality, quality, price};
        var counts = new double[] {WEIGHTS.fillRate(), WEIGHTS.punctuality(), WEIGHTS.quality(), WEIGHTS.price()};
        for (int i = 0; i < parts.length; i++) {
            var part = parts[i];
            if (part != null) {
                sum += part * counts[i];
                weights += counts[i];
            }
        }
        return weights == 0 ? null : sum / weights;
    }
}
