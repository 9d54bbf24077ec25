package io.nearstock.order;

import org.springframework.stereotype.Component;

/** Gives back what was claimed for an order that cannot be placed any more, its note last. */
@Component
public class GiveBack {

    private final Inventory inventory;
    private final Catalog catalog;
    private final Reservations reservations;

    GiveBack(Inventory inventory, Catalog catalog, Reservations reservations) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.reservations = reservations;
    }

    /**
     * For whoever has abandoned the reservation: nobody else is placing the order by then. Where somebody does not answer, the
     * note stays for the sweeper. The uses first: once the stock is gone nobody would ask for them again.
     */
    public void of(Reservation abandoned) {
        var usesAreBack = !abandoned.redeems() || catalog.release(abandoned.holdId(), abandoned.id());
        if (usesAreBack && inventory.release(abandoned.holdId(), "order_not_placed")) {
            reservations.remove(abandoned);
        }
    }
}
