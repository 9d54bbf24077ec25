package io.nearstock.inventory;

import static io.nearstock.inventory.PurchaseOrder.Status.ACKNOWLEDGED;
import static io.nearstock.inventory.PurchaseOrder.Status.APPROVED;
import static io.nearstock.inventory.PurchaseOrder.Status.CANCELLED;
import static io.nearstock.inventory.PurchaseOrder.Status.DRAFT;
import static io.nearstock.inventory.PurchaseOrder.Status.PARTIALLY_RECEIVED;
import static io.nearstock.inventory.PurchaseOrder.Status.RECEIVED;
import static io.nearstock.inventory.PurchaseOrder.Status.REJECTED;
import static io.nearstock.inventory.PurchaseOrder.Status.SENT;
import static io.nearstock.inventory.PurchaseOrder.Status.SHIPPED;

import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a purchase order, and what that does to stock.
 *
 * @param lease how long the stock's part is left to whoever began it
 */
public record PurchaseRules(PurchaseOrder order, String actor, Instant now, Duration lease) {

    /** After so many changes a supplier that says more of an order must be spoken to. */
    private static final int MOST_CHANGES = 500;

    /** An order's answer to a command. */
    public sealed interface Ruling {

        record Next(PurchaseOrder order) implements Ruling {}

        /** It was so already. */
        record Same(PurchaseOrder order) implements Ruling {}

        record Refusal(String code, String detail) implements Ruling {}
    }

    public Ruling approve() {
        return move(Set.of(DRAFT), APPROVED, null);
    }

    /** From now on its goods are expected, on a day by which the supplier is measured. */
    public Ruling send(LocalDate expectedOn) {
        return move(
                Set.of(APPROVED),
                SENT,
                null,
                next -> next.expectedOn(expectedOn)
                        .promisedOn(expectedOn)
                        .moving(steps().expectation(SENT, Item::quantity), now.plus(lease)));
    }

    /** The first one may promise an earlier day than was asked for; each may say when what is still to come will come. */
    public Ruling acknowledge(@Nullable LocalDate expectedOn) {
        return order.status() != SENT && order.status().isExpected()
                ? putOff(expectedOn)
                : move(
                        Set.of(SENT),
                        ACKNOWLEDGED,
                        null,
                        next -> next.expectedOn(expectedOn).promisedOn(earlier(expectedOn)));
    }

    private @Nullable LocalDate earlier(@Nullable LocalDate day) {
        var promised = order.promisedOn();
        return day != null && promised != null && day.isBefore(promised) ? day : promised;
    }

    private Ruling putOff(@Nullable LocalDate day) {
        return day == null || day.equals(order.expectedOn())
                ? new Ruling.Same(order)
                : told(order.status(), "expected on " + day, next -> next.expectedOn(day));
    }

    public Ruling reject(String reason) {
        return move(
                Set.of(SENT),
                REJECTED,
                reason,
                next -> next.moving(steps().expectation(REJECTED, item -> -item.open()), now.plus(lease)));
    }

    /** An order is shipped in any number of parts; what was said already may have another day. */
    public Ruling ship(Notice said, @Nullable LocalDate expectedOn) {
        if (!order.status().isExpected()) {
            return refusal(SHIPPED);
        }
        var announced = new Announced(order);
        if (announced.has(said)) {
            return putOff(expectedOn);
        }
        var contradiction = announced.contradictionOf(said);
        var status = order.status() == PARTIALLY_RECEIVED ? PARTIALLY_RECEIVED : SHIPPED;
        return contradiction.isPresent()
                ? contradiction.get()
                : told(status, null, next -> next.noticed(said).expectedOn(expectedOn));
    }

    private Ruling told(Status status, @Nullable String reason, Further further) {
        return order.history().size() < MOST_CHANGES
                ? new Ruling.Next(further.of(order.next(status, actor, reason, now)))
                : new Ruling.Refusal("too_many_changes", "This order has changed too often; talk to us.");
    }

    /** What has not been sent yet may be taken back. */
    public Ruling cancel(@Nullable String reason) {
        return move(
                Set.of(DRAFT, APPROVED, SENT, ACKNOWLEDGED),
                CANCELLED,
                reason,
                next -> order.status().isExpected()
                        ? next.moving(steps().expectation(CANCELLED, item -> -item.open()), now.plus(lease))
                        : next);
    }

    /**
     * Books a delivery.
     *
     * @param last whether nothing more will come, so that what is missing is no longer expected
     */
    public Ruling receive(String receipt, List<Delivered> delivered, boolean last, @Nullable String reason) {
        if (order.receipts().contains(receipt)) {
            return new Ruling.Same(order);
        }
        if (!order.status().isExpected()) {
            return refusal(RECEIVED);
        }
        var units = new HashMap<String, Delivered>();
        delivered.forEach(each -> units.put(each.sku(), each));
        var items = order.items().stream()
                .map(item -> taken(item, units.remove(item.sku())))
                .toList();
        if (!units.isEmpty()) {
            return new Ruling.Refusal("not_ordered", units.keySet() + " were not ordered.");
        }
        if (items.stream().anyMatch(item -> isTooMuch(order, item, item.came()))) {
            return new Ruling.Refusal("over_delivery", "More came than was ordered and is tolerated.");
        }
        var ends = last || items.stream().allMatch(this::isEnough);
        var next = order.next(ends ? RECEIVED : PARTIALLY_RECEIVED, actor, reason, now)
                .delivered(receipt, items, ArrivedLots.of(order, receipt, delivered));
        return new Ruling.Next(next.moving(steps().arrival(receipt, delivered, items, ends), now.plus(lease)));
    }

    private static Item taken(Item item, @Nullable Delivered delivered) {
        return delivered == null ? item : item.plus(delivered.quantity() - delivered.damaged(), delivered.damaged());
    }

    /** Whether so many units of it are more than was ordered and is tolerated. */
    static boolean isTooMuch(PurchaseOrder order, Item item, int units) {
        return units * 100L > item.quantity() * (100L + order.terms().overPercent());
    }

    private boolean isEnough(Item item) {
        return item.open() * 100L <= (long) item.quantity() * order.terms().underPercent();
    }

    private PurchaseSteps steps() {
        return new PurchaseSteps(order, actor, now);
    }

    private Ruling move(Set<Status> from, Status to, @Nullable String reason) {
        return move(from, to, reason, next -> next);
    }

    private Ruling move(Set<Status> from, Status to, @Nullable String reason, Further further) {
        if (order.status() == to) {
            return new Ruling.Same(order);
        }
        return from.contains(order.status())
                ? new Ruling.Next(further.of(order.next(to, actor, reason, now)))
                : refusal(to);
    }

    private Ruling refusal(Status to) {
        return new Ruling.Refusal(
                "purchase_order_" + wireName(order.status()),
                "An order that is " + wireName(order.status()) + " cannot become " + wireName(to) + ".");
    }

    private static String wireName(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private interface Further {

        PurchaseOrder of(PurchaseOrder next);
    }
}
