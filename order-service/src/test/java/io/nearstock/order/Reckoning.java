package io.nearstock.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.order.Intent.Status;
import io.nearstock.order.OrderStatus.CancelPending;
import io.nearstock.order.OrderStatus.Cancelled;
import io.nearstock.order.OrderStatus.Completed;
import io.nearstock.order.OrderStatus.Confirmed;
import io.nearstock.order.OrderStatus.Delivered;
import io.nearstock.order.OrderStatus.Dispatched;
import io.nearstock.order.OrderStatus.Placed;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;

/** What must be true once everybody has recovered: orders, stock and money are compared with books of others. */
final class Reckoning {

    /** What an order's messages may tell, in this order. */
    private static final String LEGAL = "placed( cancel_requested)?( cancelled)?"
            + "|placed confirmed( cancel_requested cancelled)?"
            + "|placed confirmed shipment_dispatched( shipment_delivered)?( completed)?";

    /** Public for the driver, which builds it by reflection. */
    public record Mailbag(@BsonId String id, List<OutboxEntry> outbox, List<Happening> history) {}

    private final List<Order> orders;
    private final List<Mailbag> mailbags;
    private final List<BsonDocument> stored;
    private final SimulatedStock stock;
    private final SimulatedPromotion promotion;
    private final SimulatedBank bank;
    private final long units;

    Reckoning(SimulatedDatabase database, SimulatedStock stock, SimulatedPromotion promotion, SimulatedBank bank) {
        this.stored = database.all(Orders.COLLECTION, BsonDocument.class);
        assertThat(stored).as("what was only being placed").allMatch(document -> document.containsKey("payment"));
        this.orders = database.all(Orders.COLLECTION, Order.class);
        this.mailbags = database.all(Orders.COLLECTION, Mailbag.class);
        this.stock = stock;
        this.promotion = promotion;
        this.bank = bank;
        this.units = stock.free() + stock.kept();
    }

    void assertEverybodyHasTheirOwn(Set<String> accepted) {
        assertThat(orders)
                .extracting(Order::id)
                .as("orders that callers were told of")
                .containsAll(accepted);
        mailbags.forEach(Reckoning::assertTold);
        orders.forEach(this::assertSettled);
        assertThat(orders.stream().filter(order -> order.checkoutId() != null).toList())
                .as("orders of one checkout")
                .hasSizeLessThanOrEqualTo(1);
        assertStock();
        assertUses();
        assertNobodyPaysForNothing();
    }

    private static void assertTold(Mailbag mailbag) {
        var told = mailbag.outbox();
        assertThat(told)
                .extracting(OutboxEntry::sequence)
                .as("sequence of %s", mailbag.id())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, told.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(told.stream()
                        .map(entry -> entry.type().substring("order.".length()))
                        .collect(Collectors.joining(" ")))
                .as("messages of %s", mailbag.id())
                .matches(LEGAL);
    }

    private void assertSettled(Order order) {
        var payment = order.payment();
        assertThat(bank.sum(order.id(), Intent::captured))
                .as("captured for %s", order)
                .isEqualTo(payment.captured());
        assertThat(bank.sum(order.id(), Intent::refunded))
                .as("refunded for %s", order)
                .isEqualTo(payment.refunded());
        switch (order.status()) {
            case Placed _, CancelPending _ -> throw new AssertionError(order.id() + " rests as " + order.status());
            case Cancelled(var cancellation, var _) -> {
                assertThat(cancellation.reason().equals("payment_failed") && cancellation.confirmedBefore())
                        .as("%s was paid and cancelled for not being paid", order.id())
                        .isFalse();
                assertThat(payment.captured()).as("kept of %s", order.id()).isEqualTo(payment.refunded());
                assertThat(setAside(order.id()))
                        .as("set aside for %s by %s", order, bank.of(order.id()))
                        .isZero();
            }
            case Completed _ -> {
                assertThat(payment.captured())
                        .as("paid for %s", order.id())
                        .isEqualTo(order.total().amount());
                assertThat(setAside(order.id()))
                        .as("set aside for %s by %s", order, bank.of(order.id()))
                        .isZero();
            }
            case Confirmed _, Dispatched _, Delivered _ ->
                assertThat(payment.captured())
                        .as("deposit of %s", order.id())
                        .isGreaterThanOrEqualTo(payment.deposit());
        }
    }

    /** What inventory hears of cancelled orders counts too. */
    private void assertStock() {
        var live = orders.stream()
                .filter(order -> !(order.status() instanceof Cancelled))
                .toList();
        assertThat(live)
                .allSatisfy(order -> assertThat(stock.isClaimedBy(order.holdId(), order.id()))
                        .as("stock of %s", order.id())
                        .isTrue());
        orders.stream()
                .filter(order -> order.status() instanceof Cancelled)
                .forEach(order -> stock.giveBack(order.holdId()));
        assertThat(stock.owners())
                .as("orders that have stock")
                .containsExactlyInAnyOrderElementsOf(
                        live.stream().map(Order::id).toList());
        assertThat(stock.free() + stock.kept()).as("units").isEqualTo(units);
    }

    /** Who pays less has the use for it, and nobody else has one; what catalog hears of cancelled orders counts too. */
    private void assertUses() {
        orders.stream()
                .filter(order -> order.status() instanceof Cancelled)
                .forEach(order -> promotion.giveBack(order.holdId(), order.id()));
        assertThat(promotion.owners())
                .as("orders that have a use")
                .containsExactlyInAnyOrderElementsOf(orders.stream()
                        .filter(order -> !(order.status() instanceof Cancelled))
                        .filter(order -> !order.lines().getFirst().discounts().isEmpty())
                        .map(Order::id)
                        .toList());
        assertThat(promotion.usedAtMost()).as("uses").isTrue();
    }

    /** The provider knows of no order that we do not. */
    private void assertNobodyPaysForNothing() {
        for (int i = 1; i <= 3; i++) {
            var id = "ord_" + i;
            if (orders.stream().noneMatch(order -> order.id().equals(id))) {
                assertThat(bank.sum(id, Intent::authorised))
                        .as("set aside for no order")
                        .isZero();
            }
        }
    }

    private long setAside(String order) {
        return bank.of(order).stream()
                .filter(intent -> intent.status() == Status.AUTHORISED)
                .mapToLong(intent -> intent.authorised() - intent.captured())
                .sum();
    }
}
