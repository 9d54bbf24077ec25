package io.nearstock.order.sweep;

import io.nearstock.order.Inventory;
import io.nearstock.order.Inventory.Claim.Claimed;
import io.nearstock.order.Inventory.Claim.Expired;
import io.nearstock.order.Inventory.Claim.TakenByOther;
import io.nearstock.order.Inventory.Claim.Unavailable;
import io.nearstock.order.Orders;
import io.nearstock.order.Reservation;
import io.nearstock.order.Reservations;
import io.nearstock.order.Settlement;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes an unfinished order on from wherever it was left. */
@Component
final class FinishOrder {

    private final Orders orders;
    private final Reservations reservations;
    private final Settlement settlement;
    private final Inventory inventory;

    FinishOrder(Orders orders, Reservations reservations, Settlement settlement, Inventory inventory) {
        this.orders = orders;
        this.reservations = reservations;
        this.settlement = settlement;
        this.inventory = inventory;
    }

    void finish(String id, Instant until) {
        var order = orders.find(id);
        if (order.isPresent()) {
            settlement.advance(order.get());
        } else {
            reservations.abandon(id, until).ifPresent(this::giveBack);
        }
    }

    private void giveBack(Reservation reservation) {
        if (isGivenBack(reservation)) {
            reservations.remove(reservation);
        }
    }

    /** Of a checkout's hold only this order's own claim may be given back, so the claim is made sure of first. */
    private boolean isGivenBack(Reservation reservation) {
        if (reservation.checkoutId() == null) {
            return release(reservation);
        }
        return switch (inventory.claim(reservation.holdId(), reservation.id())) {
            case Claimed() -> release(reservation);
            case Expired(), TakenByOther() -> true;
            case Unavailable() -> false;
        };
    }

    private boolean release(Reservation reservation) {
        return inventory.release(reservation.holdId(), "order_not_placed");
    }
}
