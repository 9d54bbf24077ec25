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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a purchase order, and what that does to stock.
 *
 * @param lease how long the stock's part is left to whoever began it
 */
public record PurchaseRules(PurchaseOrder order, String actor, Instant now, Duration lease) {

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

    /** From now on its goods are expected. */
    public Ruling send(LocalDate expectedOn) {
        return move(
                Set.of(APPROVED),
                SENT,
                null,
                next -> next.expectedOn(expectedOn)
                        .moving(List.of(expectation(SENT, Item::quantity)), now.plus(lease)));
    }

    public Ruling acknowledge(@Nullable LocalDate expectedOn) {
        return move(Set.of(SENT), ACKNOWLEDGED, null, next -> next.expectedOn(expectedOn));
    }

    public Ruling reject(String reason) {
        return move(
                Set.of(SENT),
                REJECTED,
                reason,
                next -> next.moving(List.of(expectation(REJECTED, item -> -item.open())), now.plus(lease)));
    }

    public Ruling ship(Notice notice, @Nullable LocalDate expectedOn) {
        return move(
                Set.of(SENT, ACKNOWLEDGED),
                SHIPPED,
                null,
                next -> next.noticed(notice).expectedOn(expectedOn));
    }

    /** What has not been sent yet may be taken back. */
    public Ruling cancel(@Nullable String reason) {
        return move(
                Set.of(DRAFT, APPROVED, SENT, ACKNOWLEDGED),
                CANCELLED,
                reason,
                next -> order.status().isExpected()
                        ? next.moving(List.of(expectation(CANCELLED, item -> -item.open())), now.plus(lease))
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
        if (items.stream().anyMatch(this::isTooMuch)) {
            return new Ruling.Refusal("over_delivery", "More came than was ordered and is tolerated.");
        }
        var ends = last || items.stream().allMatch(this::isEnough);
        var next = order.next(ends ? RECEIVED : PARTIALLY_RECEIVED, actor, reason, now)
                .delivered(receipt, items, ArrivedLots.of(order, receipt, delivered));
        return new Ruling.Next(next.moving(arrival(receipt, delivered, items, ends), now.plus(lease)));
    }

    private static Item taken(Item item, @Nullable Delivered delivered) {
        return delivered == null ? item : item.plus(delivered.quantity() - delivered.damaged(), delivered.damaged());
    }

    private boolean isTooMuch(Item item) {
        return item.came() * 100L > item.quantity() * (100L + order.terms().overPercent());
    }

    private boolean isEnough(Item item) {
        return item.open() * 100L <= (long) item.quantity() * order.terms().underPercent();
    }

    private List<Step> arrival(String receipt, List<Delivered> delivered, List<Item> after, boolean ends) {
        var good = new ArrayList<Line>();
        var broken = new ArrayList<Line>();
        delivered.forEach(each -> {
            good.add(new Line(each.sku(), each.quantity() - each.damaged()));
            broken.add(new Line(each.sku(), each.damaged()));
        });
        var id = order.id() + "." + receipt;
        return List.of(
                step(id + ".good", MovementKind.ARRIVAL, good),
                step(id + ".damaged", MovementKind.DAMAGED_ARRIVAL, broken),
                step(id + ".corrected", MovementKind.EXPECTATION, corrections(after, ends)));
    }

    /** Beyond what was ordered nothing had been expected; and at the end nothing is any more. */
    private List<Line> corrections(List<Item> after, boolean ends) {
        var corrections = new ArrayList<Line>();
        for (int i = 0; i < after.size(); i++) {
            var before = order.items().get(i);
            var item = after.get(i);
            var came = item.came() - before.came();
            var surplus = Math.max(0, came - before.open());
            corrections.add(new Line(item.sku(), surplus - (ends ? item.open() : 0)));
        }
        return corrections;
    }

    private Step expectation(Status cause, ToIntFunction<Item> units) {
        var lines = order.items().stream()
                .map(item -> new Line(item.sku(), units.applyAsInt(item)))
                .toList();
        return step(order.id() + "." + cause.name().toLowerCase(Locale.ROOT), MovementKind.EXPECTATION, lines);
    }

    private Step step(String id, MovementKind kind, List<Line> lines) {
        var real = lines.stream().filter(line -> line.quantity() != 0).toList();
        var cause = new Cause("purchase_order", order.id());
        return Step.of(id, kind, Portion.at(order.hubId(), real), cause, actor, null, now);
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
                "purchase_order_" + order.status().name().toLowerCase(Locale.ROOT),
                "An order that is " + wireName(order.status()) + " cannot become " + wireName(to) + ".");
    }

    private static String wireName(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private interface Further {

        PurchaseOrder of(PurchaseOrder next);
    }
}
