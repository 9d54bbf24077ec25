package io.nearstock.order;

import io.nearstock.order.Intent.Status;
import io.nearstock.order.Transition.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders in every state, each brought there by its own commands. */
public final class OrderFixtures {

    public static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    public static final PaymentTerms TERMS = new PaymentTerms(20, Duration.ofMinutes(15), Duration.ofSeconds(3));
    public static final Instant AFTER_WINDOW = NOW.plus(TERMS.window());

    private OrderFixtures() {}

    public static Offer offer() {
        var kettles = new OrderLine("KETTLE-17", "prd_1", "Kettle 1.7 l", 2, pence(2499), pence(4998));
        var tea = new OrderLine("TEA-50", "prd_2", "Tea, 50 bags", 1, pence(350), pence(350));
        var items = List.of(new Item("KETTLE-17", 2), new Item("TEA-50", 1));
        var shipment = Shipment.planned("shp_1", "hub_1", "Leeds", LocalDate.parse("2026-11-04"), null, items);
        return new Offer("acc_1", "hld_1", List.of(kettles, tea), address(), List.of(shipment), null);
    }

    /** Placed, and some of it has not come. */
    public static Progress placedBeforeItCame() {
        var offer = offer();
        var date = LocalDate.parse("2026-11-04");
        var items = offer.shipments().getFirst().lines();
        var waiting = Shipment.planned("shp_1", "hub_1", "Leeds", date, date.minusDays(1), items);
        return placed(
                new Offer("acc_1", "hld_1", offer.lines(), address(), List.of(waiting), null),
                PaymentPlan.FULL,
                "pi_1");
    }

    /** The same in two shipments. */
    static Offer offerFromTwoHubs() {
        var offer = offer();
        var kettles = Shipment.planned(
                "shp_1", "hub_1", "Leeds", LocalDate.parse("2026-11-04"), null, List.of(new Item("KETTLE-17", 2)));
        var tea = Shipment.planned(
                "shp_2", "hub_2", "York", LocalDate.parse("2026-11-05"), null, List.of(new Item("TEA-50", 1)));
        return new Offer("acc_1", "hld_1", offer.lines(), address(), List.of(kettles, tea), null);
    }

    public static Address address() {
        return new Address(
                "1 Market Square", null, "Leeds", "LS1 1AA", "GB", new GeoPoint("Point", List.of(-1.5, 53.8)));
    }

    public static Money pence(long amount) {
        return new Money(amount, "GBP");
    }

    public static Progress placed(PaymentPlan plan, @Nullable String intentId) {
        return placed(offer(), plan, intentId);
    }

    static Progress placed(Offer offer, PaymentPlan plan, @Nullable String intentId) {
        var payment = Payment.begin(plan, offer.total(), TERMS, "tok_visa", intentId, NOW);
        return Order.place("ord_1", null, offer, payment, 1, NOW);
    }

    /** Of a full plan, brought to the state by its commands. */
    static Order orderThatIs(String state) {
        var placed = placed(PaymentPlan.FULL, "pi_1").order();
        return switch (state) {
            case "placed" -> placed;
            case "declined" -> declined(placed);
            case "confirmed" -> confirmed(placed);
            case "dispatched" -> dispatched(confirmed(placed));
            case "delivered" -> delivered(dispatched(confirmed(placed)));
            case "completed" -> delivered(captured(dispatched(confirmed(placed))));
            case "cancel_pending" -> after(confirmed(placed).requestCancel("customer", "too late", NOW));
            case "cancelled" -> after(declined(placed).requestCancel("customer", null, NOW));
            default -> throw new IllegalArgumentException(state);
        };
    }

    static Order confirmed(Order order) {
        var charge = order.payment().latest().orElseThrow();
        return after(order.paymentSeen(intent(charge, Status.AUTHORISED, charge.captureAtOnce(), 0), NOW));
    }

    static Order declined(Order order) {
        return after(order.paymentSeen(intent(latest(order), Status.DECLINED, 0, 0), NOW));
    }

    static Order dispatched(Order order) {
        return after(order.dispatch("shp_1", NOW));
    }

    static Order delivered(Order order) {
        return after(order.deliver("shp_1", "handed over", NOW));
    }

    static Order captured(Order order) {
        var charge = latest(order);
        return after(order.paymentSeen(intent(charge, Status.AUTHORISED, charge.amount(), 0), NOW));
    }

    static Intent intent(Charge charge, Status status, long captured, long refunded) {
        var authorised = status == Status.AUTHORISED ? charge.amount() : captured;
        var code = status == Status.DECLINED ? "card_declined" : null;
        return new Intent("pi_1", "ord_1", status, charge.amount(), authorised, captured, refunded, code, null);
    }

    static Charge latest(Order order) {
        return order.payment().latest().orElseThrow();
    }

    /** The order after a command that must not be refused. */
    static Order after(Transition transition) {
        return ((Progress) transition).order();
    }
}
