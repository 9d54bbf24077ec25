package io.nearstock.inventory.tender;

import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Terms;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequest.Bid;
import io.nearstock.inventory.SourcingRequests;
import io.nearstock.inventory.Suppliers;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends a request: who won is stored first, then its offer and the draft; a repetition does what is missing. */
@Component
final class Award {

    private final SourcingRequests requests;
    private final Suppliers suppliers;
    private final PurchaseOrders orders;
    private final Clock clock;

    Award(SourcingRequests requests, Suppliers suppliers, PurchaseOrders orders, Clock clock) {
        this.requests = requests;
        this.suppliers = suppliers;
        this.orders = orders;
        this.clock = clock;
    }

    /** False where another award has won, or the request has changed meanwhile. */
    boolean award(SourcingRequest request, Bid bid, String orderId, String actor) {
        if (orderId.equals(request.orderId()) && bid.id().equals(request.awarded())) {
            return finish(request, bid, orderId, actor);
        }
        return request.isOpen()
                && requests.replace(request.awardedTo(bid, orderId))
                && finish(request, bid, orderId, actor);
    }

    private boolean finish(SourcingRequest request, Bid bid, String orderId, String actor) {
        suppliers.offer(List.of(bid.offer(request.sku())));
        var item = new Item(request.sku(), packs(request.quantity(), bid), bid.unitCost(), 0, 0);
        var none = new Terms(0, 0, 0, 0);
        orders.add(PurchaseOrder.draft(
                orderId, bid.supplierId(), request.hubId(), List.of(item), none, actor, clock.instant()));
        return true;
    }

    /** Whole packs, and not fewer than the supplier sells. */
    private static int packs(int quantity, Bid bid) {
        var units = Math.max(quantity, bid.minimumQuantity());
        return Math.ceilDiv(units, bid.packSize()) * bid.packSize();
    }
}
