package io.nearstock.order.checkout;

import io.nearstock.chassis.web.Ids;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.order.CartChoices;
import io.nearstock.order.Carts;
import io.nearstock.order.Checkout;
import io.nearstock.order.Checkouts;
import io.nearstock.order.Choice;
import io.nearstock.order.Destinations;
import io.nearstock.order.Item;
import io.nearstock.order.LineRequest;
import io.nearstock.order.Offers;
import io.nearstock.order.Offers.Basket;
import io.nearstock.order.Offers.Outcome.Made;
import io.nearstock.order.checkout.CheckOut.Outcome.CartIsEmpty;
import io.nearstock.order.checkout.CheckOut.Outcome.CheckedOut;
import io.nearstock.order.checkout.CheckOut.Outcome.NotSold;
import io.nearstock.order.checkout.CheckOut.Outcome.OutOfStock;
import io.nearstock.order.checkout.CheckOut.Outcome.Unavailable;
import io.nearstock.order.checkout.CheckoutController.CheckoutRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a basket an offer that stands for a while. A hold that a crash leaves behind expires by itself. */
@Component
final class CheckOut {

    sealed interface Outcome {

        record CheckedOut(Checkout checkout) implements Outcome {}

        record CartIsEmpty() implements Outcome {}

        record OutOfStock(List<FieldError> lines) implements Outcome {}

        record NotSold(String code, String detail, List<FieldError> errors) implements Outcome {}

        record Unavailable() implements Outcome {}
    }

    private final Carts carts;
    private final CartChoices choices;
    private final Checkouts checkouts;
    private final Destinations destinations;
    private final Offers offers;
    private final Clock clock;

    CheckOut(
            Carts carts,
            CartChoices choices,
            Checkouts checkouts,
            Destinations destinations,
            Offers offers,
            Clock clock) {
        this.carts = carts;
        this.choices = choices;
        this.checkouts = checkouts;
        this.destinations = destinations;
        this.offers = offers;
        this.clock = clock;
    }

    /** A repetition of a request whose answer a crash swallowed finds what that one stored. */
    Outcome of(String customerId, ResourceId id, CheckoutRequest request) {
        var before = id.resumed() ? checkouts.find(customerId, id.value()) : Optional.<Checkout>empty();
        return before.<Outcome>map(CheckedOut::new).orElseGet(() -> make(customerId, id.value(), request));
    }

    private Outcome make(String customerId, String id, CheckoutRequest request) {
        var lines = lines(customerId, request);
        if (lines.isEmpty()) {
            return new CartIsEmpty();
        }
        var address = destinations.of(customerId, request.address(), request.addressLabel());
        var choice = choice(customerId, request);
        var basket = new Basket(customerId, Ids.next("hld"), id, lines, address, choice, null);
        return switch (offers.make(basket)) {
            case Made made -> new CheckedOut(stored(id, made, request.lines() == null, choice.coupon()));
            case Offers.Outcome.OutOfStock(var missing) -> new OutOfStock(missing);
            case Offers.Outcome.NotSold(var code, var detail, var errors, var _) -> new NotSold(code, detail, errors);
            case Offers.Outcome.Unavailable _ -> new Unavailable();
        };
    }

    private Choice choice(String customerId, CheckoutRequest request) {
        var named = request.choice();
        return request.lines() == null ? named.or(choices.of(customerId)) : named;
    }

    private Checkout stored(String id, Made made, boolean fromCart, @Nullable String coupon) {
        var checkout = new Checkout(id, made.offer(), made.plan(), fromCart, coupon, clock.instant(), made.expiresAt());
        checkouts.add(checkout);
        return checkout;
    }

    private List<Item> lines(String customerId, CheckoutRequest request) {
        return request.lines() == null
                ? carts.of(customerId)
                : request.lines().stream().map(LineRequest::item).toList();
    }
}
