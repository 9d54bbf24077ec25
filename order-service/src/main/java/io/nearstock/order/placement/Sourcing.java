package io.nearstock.order.placement;

import io.nearstock.order.Address;
import io.nearstock.order.Catalog;
import io.nearstock.order.Checkout;
import io.nearstock.order.Choice;
import io.nearstock.order.Inventory;
import io.nearstock.order.Inventory.Claim.Claimed;
import io.nearstock.order.Inventory.Claim.Expired;
import io.nearstock.order.Inventory.Claim.TakenByOther;
import io.nearstock.order.Item;
import io.nearstock.order.Offer;
import io.nearstock.order.Offers;
import io.nearstock.order.Offers.Basket;
import io.nearstock.order.Offers.Leftover;
import io.nearstock.order.Offers.Outcome.Made;
import io.nearstock.order.Offers.Outcome.NotSold;
import io.nearstock.order.Offers.Outcome.OutOfStock;
import io.nearstock.order.Offers.Outcome.Unavailable;
import io.nearstock.order.Reservation;
import io.nearstock.order.Reservations;
import io.nearstock.order.placement.PlaceOrder.Outcome;
import io.nearstock.order.placement.Sourcing.Sourced.Offered;
import io.nearstock.order.placement.Sourcing.Sourced.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Claims the stock and the uses of an order that is being placed, from a checkout's hold or by a hold of its own. */
@Component
final class Sourcing {

    sealed interface Sourced {

        record Offered(Offer offer) implements Sourced {}

        /** It cannot be. */
        record Refused(Outcome why, Leftover left) implements Sourced {}
    }

    private final Inventory inventory;
    private final Catalog catalog;
    private final Offers offers;
    private final Reservations reservations;

    Sourcing(Inventory inventory, Catalog catalog, Offers offers, Reservations reservations) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.offers = offers;
        this.reservations = reservations;
    }

    Sourced claim(Reservation reservation, Checkout checkout) {
        return switch (inventory.claim(reservation.holdId(), reservation.id())) {
            case Claimed() -> redeemed(reservation, checkout.offer(), new Outcome.CheckoutExpired());
            case Expired() -> new Refused(new Outcome.CheckoutExpired(), Leftover.NOTHING);
            case TakenByOther() -> new Refused(new Outcome.CheckoutUsed(), Leftover.NOTHING);
            case Inventory.Claim.Unavailable() -> new Refused(new Outcome.Unavailable(), Leftover.UNKNOWN);
        };
    }

    /** The reservation's id and hold are the order's, so a repetition asks for the same hold. */
    Sourced hold(Reservation reservation, String customerId, List<Item> lines, Address address, Choice choice) {
        var id = reservation.id();
        return switch (offers.make(new Basket(customerId, reservation.holdId(), id, lines, address, choice, id))) {
            case Made(var offer, var _, var _) -> noted(reservation, offer);
            case OutOfStock(var missing) -> refused(reservation, new Outcome.OutOfStock(missing), Leftover.NOTHING);
            case NotSold(var code, var detail, var errors, var left) ->
                refused(reservation, new Outcome.NotSold(code, detail, errors), left);
            case Unavailable(var left) -> refused(reservation, new Outcome.Unavailable(), left);
        };
    }

    /** An earlier attempt at this order may have claimed uses, which nobody would give back once its note is gone. */
    private static Refused refused(Reservation reservation, Outcome why, Leftover left) {
        return new Refused(why, left == Leftover.NOTHING && reservation.redeems() ? Leftover.HELD : left);
    }

    /** Before uses are claimed it is noted that they may be, as for the stock. */
    private Sourced noted(Reservation reservation, Offer offer) {
        return offer.redeems() && !reservations.redeem(reservation)
                ? new Refused(new Outcome.Unavailable(), Leftover.UNKNOWN)
                : redeemed(reservation, offer, new Outcome.Unavailable());
    }

    /** The stock is claimed by now: whoever has that has the uses too, unless their time is over. */
    private Sourced redeemed(Reservation reservation, Offer offer, Outcome tooLate) {
        if (!offer.redeems()) {
            return new Offered(offer);
        }
        return switch (catalog.claim(reservation.holdId(), reservation.id())) {
            case CLAIMED -> new Offered(offer);
            case EXPIRED -> new Refused(tooLate, Leftover.HELD);
            case UNAVAILABLE -> new Refused(new Outcome.Unavailable(), Leftover.UNKNOWN);
        };
    }
}
