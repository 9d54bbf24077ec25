package io.nearstock.order.placement;

import io.nearstock.order.GiveBack;
import io.nearstock.order.Offer;
import io.nearstock.order.Offers.Leftover;
import io.nearstock.order.Order;
import io.nearstock.order.Orders;
import io.nearstock.order.Payment;
import io.nearstock.order.PaymentTerms;
import io.nearstock.order.PromptSettlement;
import io.nearstock.order.Reservation;
import io.nearstock.order.Reservations;
import io.nearstock.order.Settlement;
import io.nearstock.order.SweepSettings;
import io.nearstock.order.placement.PlaceOrder.Outcome;
import io.nearstock.order.placement.PlaceOrder.Outcome.Placed;
import io.nearstock.order.placement.PlaceOrder.Outcome.Unavailable;
import io.nearstock.order.placement.PlaceOrderController.PaymentRequest;
import io.nearstock.order.placement.Sourcing.Sourced;
import io.nearstock.order.placement.Sourcing.Sourced.Offered;
import io.nearstock.order.placement.Sourcing.Sourced.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Places an order around the claim of its stock. A reservation is stored before anything is claimed, so that a crash at
 * any line leaves nothing, or a note of what to give back, or an order that a sweeper finishes.
 */
@Component
final class Reserving {

    private final Reservations reservations;
    private final GiveBack giveBack;
    private final Orders orders;
    private final Settlement settlement;
    private final PromptSettlement promptly;
    private final PaymentTerms terms;
    private final SweepSettings sweep;
    private final Clock clock;

    Reserving(
            Reservations reservations,
            GiveBack giveBack,
            Orders orders,
            Settlement settlement,
            PromptSettlement promptly,
            PaymentTerms terms,
            SweepSettings sweep,
            Clock clock) {
        this.reservations = reservations;
        this.giveBack = giveBack;
        this.orders = orders;
        this.settlement = settlement;
        this.promptly = promptly;
        this.terms = terms;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** A request with this order's id was here before. */
    boolean hasBegun(String orderId) {
        return orders.find(orderId).isPresent() || reservations.has(orderId);
    }

    /** Goes on where an earlier request with the same order's id stopped, however far that came. */
    Outcome place(Reservation fresh, PaymentRequest payment, Function<Reservation, Sourced> source) {
        var requestedAt = clock.instant();
        return reserve(fresh, requestedAt)
                .map(reservation -> place(reservation, payment, source.apply(reservation), requestedAt))
                .orElseGet(() -> resume(fresh.id(), requestedAt));
    }

    private Optional<Reservation> reserve(Reservation fresh, Instant now) {
        var patience = now.plus(sweep.patience());
        return reservations.add(fresh, patience) ? Optional.of(fresh) : reservations.takeOver(fresh.id(), patience);
    }

    private Outcome resume(String orderId, Instant requestedAt) {
        return orders.find(orderId)
                .<Outcome>map(order -> new Placed(promptly.advance(order, requestedAt)))
                .orElseGet(Unavailable::new);
    }

    private Outcome place(Reservation reservation, PaymentRequest payment, Sourced sourced, Instant requestedAt) {
        return switch (sourced) {
            case Offered(var offer) -> place(reservation, payment, offer, requestedAt);
            case Refused(var why, var left) -> {
                end(reservation, left);
                yield why;
            }
        };
    }

    /** A request that was overtaken gives nothing back: what it has claimed is the other's. */
    private void end(Reservation reservation, Leftover left) {
        switch (left) {
            case NOTHING -> reservations.remove(reservation);
            case HELD ->
                reservations
                        .abandon(reservation, clock.instant().plus(sweep.lease()))
                        .ifPresent(giveBack::of);
            case UNKNOWN -> {} // the same request again goes on with it, or the sweeper ends it
        }
    }

    private Outcome place(Reservation reservation, PaymentRequest request, Offer offer, Instant requestedAt) {
        var intentId = open(reservation.id(), request, offer);
        var now = clock.instant();
        var payment = Payment.begin(request.paymentPlan(), offer.total(), terms, request.token(), intentId, now);
        var placed =
                Order.place(reservation.id(), reservation.checkoutId(), offer, payment, reservation.version(), now);
        return orders.place(placed) ? new Placed(promptly.pay(placed.order(), requestedAt)) : new Unavailable();
    }

    /** Announced before the order is stored, so that the id is stored with it; nothing is charged by that. */
    private @Nullable String open(String orderId, PaymentRequest request, Offer offer) {
        var amount = Payment.firstAmount(request.paymentPlan(), offer.total(), terms);
        return amount.amount() == 0 ? null : settlement.open(orderId, amount).orElse(null);
    }
}
