package io.nearstock.order.placement;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.Ids;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.order.CartChoices;
import io.nearstock.order.Carts;
import io.nearstock.order.Checkout;
import io.nearstock.order.Checkouts;
import io.nearstock.order.Choice;
import io.nearstock.order.Destinations;
import io.nearstock.order.LineRequest;
import io.nearstock.order.Order;
import io.nearstock.order.OrderLine;
import io.nearstock.order.Reservation;
import io.nearstock.order.placement.PlaceOrder.Outcome.CheckoutExpired;
import io.nearstock.order.placement.PlaceOrder.Outcome.Placed;
import io.nearstock.order.placement.PlaceOrderController.PaymentRequest;
import io.nearstock.order.placement.PlaceOrderController.PlaceOrderRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes a basket or a checkout an order, once at most. */
@Component
final class PlaceOrder {

    sealed interface Outcome {

        record Placed(Order order) implements Outcome {}

        record CheckoutExpired() implements Outcome {}

        record CheckoutUsed() implements Outcome {}

        record OutOfStock(List<FieldError> lines) implements Outcome {}

        record NotSold(String code, String detail, List<FieldError> errors) implements Outcome {}

        /** Nothing is stored that anybody sees, and what may have been claimed is given back. */
        record Unavailable() implements Outcome {}
    }

    private final Checkouts checkouts;
    private final Carts carts;
    private final CartChoices choices;
    private final Destinations destinations;
    private final Sourcing sourcing;
    private final Reserving reserving;
    private final PlacementSettings settings;
    private final Clock clock;

    PlaceOrder(
            Checkouts checkouts,
            Carts carts,
            CartChoices choices,
            Destinations destinations,
            Sourcing sourcing,
            Reserving reserving,
            PlacementSettings settings,
            Clock clock) {
        this.checkouts = checkouts;
        this.carts = carts;
        this.choices = choices;
        this.destinations = destinations;
        this.sourcing = sourcing;
        this.reserving = reserving;
        this.settings = settings;
        this.clock = clock;
    }

    Outcome of(String customerId, String orderId, PlaceOrderRequest request) {
        var checkoutId = request.checkoutId();
        var lines = request.lines();
        if (checkoutId != null) {
            refuseChoice(request.choice());
        }
        if (checkoutId != null && lines == null) {
            return ofCheckout(checkouts.of(customerId, checkoutId), orderId, request.payment());
        }
        if (checkoutId != null || lines == null) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT, "basket_required", "/checkoutId", "Either checkoutId or lines are needed.");
        }
        var address = destinations.of(customerId, request.address(), request.addressLabel());
        var items = lines.stream().map(LineRequest::item).toList();
        return reserving.place(
                Reservation.of(orderId, Ids.next("hld"), null, false),
                request.payment(),
                reservation -> sourcing.hold(reservation, customerId, items, address, request.choice()));
    }

    private static void refuseChoice(Choice choice) {
        if (choice.coupon() != null) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT,
                    "coupon_of_checkout",
                    "/coupon",
                    "The checkout has taken its coupon already.");
        }
        if (choice.currency() != null) {
            throw new UnmetRequestException(
                    UNPROCESSABLE_CONTENT,
                    "currency_of_checkout",
                    "/currency",
                    "The checkout has its currency already.");
        }
    }

    private Outcome ofCheckout(Checkout checkout, String orderId, PaymentRequest payment) {
        if (clock.instant().plus(settings.claimMargin()).isAfter(checkout.expiresAt())
                && !reserving.hasBegun(orderId)) {
            return new CheckoutExpired();
        }
        var offer = checkout.offer();
        var outcome = reserving.place(
                Reservation.of(orderId, offer.holdId(), checkout.id(), offer.redeems()),
                payment,
                reservation -> sourcing.claim(reservation, checkout));
        if (outcome instanceof Placed && checkout.fromCart()) {
            clearCart(offer.customerId(), checkout);
        }
        return outcome;
    }

    private void clearCart(String customerId, Checkout checkout) {
        carts.clear(
                customerId,
                checkout.offer().lines().stream().map(OrderLine::sku).toList());
        if (checkout.coupon() != null) {
            choices.removeCoupon(customerId, checkout.coupon());
        }
    }
}
