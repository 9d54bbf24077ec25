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

    enum Outcome {
        AWARDED,
        /** Another award has won, somebody withdrew the request, or it has changed meanwhile. */
        CLOSED,
        SUSPENDED
    }

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

    Outcome award(SourcingRequest request, Bid bid, String orderId, String actor) {
        if (orderId.equals(request.orderId()) && bid.id().equals(request.awarded())) {
            return finish(request, bid, orderId, actor);
        }
        if (request.isOpen() && !suppliers.isOneToBuyFrom(bid.supplierId())) {
            return Outcome.SUSPENDED;
        }
        return request.isOpen() && requests.replace(request.awardedTo(bid, orderId))
                ? finish(request, bid, orderId, actor)
                : Outcome.CLOSED;
    }

    private Outcome finish(SourcingRequest request, Bid bid, String orderId, String actor) {
        suppliers.offer(List.of(bid.offer(request.sku())));
        var item = new Item(request.sku(), bid.unitsFor(request.quantity()), bid.unitCost(), 0, 0);
        var none = new Terms(0, 0, 0, 0);
        orders.add(PurchaseOrder.draft(
                orderId, bid.supplierId(), request.hubId(), List.of(item), none, actor, clock.instant()));
        return Outcome.AWARDED;
    }
}
