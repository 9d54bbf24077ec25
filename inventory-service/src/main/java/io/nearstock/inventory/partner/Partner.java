package io.nearstock.inventory.partner;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.Supplier;
import io.nearstock.inventory.Suppliers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out for whom a caller acts, and which orders it knows of. */
@Component
final class Partner {

    private final Suppliers suppliers;
    private final PurchaseOrders orders;

    Partner(Suppliers suppliers, PurchaseOrders orders) {
        this.suppliers = suppliers;
        this.orders = orders;
    }

    /**
     * The supplier that the token names. Accounts vouch for it; so one that nobody has described yet is on the list from
     * its first call on, under its id.
     *
     * @throws UnknownIdException where the token names none, or one that we no longer buy from
     */
    Supplier of(Caller caller) {
        var id = caller.supplierId();
        if (id == null) {
            throw new UnknownIdException(caller.id());
        }
        return suppliers.find(id).or(() -> listed(id)).orElseThrow(() -> new UnknownIdException(id));
    }

    /**
     * An order that has been sent to it.
     *
     * @throws UnknownIdException for all others
     */
    PurchaseOrder order(String id, Caller caller) {
        var supplier = of(caller).id();
        return orders.find(id)
                .filter(order -> order.supplierId().equals(supplier) && order.isToldToSupplier())
                .orElseThrow(() -> new UnknownIdException(id));
    }

    private Optional<Supplier> listed(String id) {
        suppliers.add(Supplier.of(id, id, null, null));
        return suppliers.find(id);
    }
}
