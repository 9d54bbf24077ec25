package io.nearstock.order.placement;

import io.nearstock.order.Address;
import io.nearstock.order.Checkout;
import io.nearstock.order.Inventory;
import io.nearstock.order.Inventory.Claim.Claimed;
import io.nearstock.order.Inventory.Claim.Expired;
import io.nearstock.order.Inventory.Claim.TakenByOther;
import io.nearstock.order.Item;
import io.nearstock.order.Offer;
import io.nearstock.order.Offers;
import io.nearstock.order.Offers.Basket;
import io.nearstock.order.Offers.Outcome.Made;
import io.nearstock.order.Offers.Outcome.NotSold;
import io.nearstock.order.Offers.Outcome.OutOfStock;
import io.nearstock.order.Offers.Outcome.Unavailable;
import io.nearstock.order.Reservation;
import io.nearstock.order.placement.PlaceOrder.Outcome;
import io.nearstock.order.placement.Sourcing.Sourced.Offered;
import io.nearstock.order.placement.Sourcing.Sourced.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Claims the stock of an order that is being placed, from a checkout's hold or by a hold of its own. */
@Component
final class Sourcing {

    sealed interface Sourced {

        record Offered(Offer offer) implements Sourced {}

        /** It cannot be; clean when no stock is claimed for sure. */
        record Refused(Outcome why, boolean clean) implements Sourced {}
    }

    private final Inventory inventory;
    private final Offers offers;

    Sourcing(Inventory inventory, Offers offers) {
        this.inventory = inventory;
        this.offers = offers;
    }

    Sourced claim(Reservation reservation, Checkout checkout) {
        return switch (inventory.claim(reservation.holdId(), reservation.id())) {
            case Claimed() -> new Offered(checkout.offer());
            case Expired() -> new Refused(new Outcome.CheckoutExpired(), true);
            case TakenByOther() -> new Refused(new Outcome.CheckoutUsed(), true);
            case Inventory.Claim.Unavailable() -> new Refused(new Outcome.Unavailable(), false);
        };
    }

    /** The reservation's id and hold are the order's, so a repetition asks for the same hold. */
    Sourced hold(Reservation reservation, String customerId, List<Item> lines, Address address) {
        var id = reservation.id();
        return switch (offers.make(new Basket(customerId, reservation.holdId(), id, lines, address, null, id))) {
            case Made(var offer, var _, var _) -> new Offered(offer);
            case OutOfStock(var missing) -> new Refused(new Outcome.OutOfStock(missing), true);
            case NotSold(var code, var detail, var errors, var clean) ->
                new Refused(new Outcome.NotSold(code, detail, errors), clean);
            case Unavailable(var clean) -> new Refused(new Outcome.Unavailable(), clean);
        };
    }
}
