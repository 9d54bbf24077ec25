package io.nearstock.order.sweep;

import io.nearstock.order.GiveBack;
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
    private final GiveBack giveBack;

    FinishOrder(
            Orders orders, Reservations reservations, Settlement settlement, Inventory inventory, GiveBack giveBack) {
        this.orders = orders;
        this.reservations = reservations;
        this.settlement = settlement;
        this.inventory = inventory;
        this.giveBack = giveBack;
    }

    void finish(String id, Instant until) {
        var order = orders.find(id);
        if (order.isPresent()) {
            settlement.advance(order.get());
        } else {
            reservations.abandon(id, until).ifPresent(this::giveBack);
        }
    }

    /** Of a checkout's hold only this order's own claim may be given back, so the claim is made sure of first. */
    private void giveBack(Reservation reservation) {
        if (reservation.checkoutId() == null) {
            giveBack.of(reservation);
            return;
        }
        switch (inventory.claim(reservation.holdId(), reservation.id())) {
            case Claimed() -> giveBack.of(reservation);
            case Expired(), TakenByOther() -> reservations.remove(reservation);
            case Unavailable() -> {} // it is due again after the lease
        }
    }
}
