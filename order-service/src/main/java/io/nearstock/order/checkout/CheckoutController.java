package io.nearstock.order.checkout;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Problems;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.order.AddressRequest;
import io.nearstock.order.Checkout;
import io.nearstock.order.Checkouts;
import io.nearstock.order.Choice;
import io.nearstock.order.LineRequest;
import io.nearstock.order.PaymentTerms;
import io.nearstock.order.checkout.CheckOut.Outcome.CartIsEmpty;
import io.nearstock.order.checkout.CheckOut.Outcome.CheckedOut;
import io.nearstock.order.checkout.CheckOut.Outcome.NotSold;
import io.nearstock.order.checkout.CheckOut.Outcome.OutOfStock;
import io.nearstock.order.checkout.CheckOut.Outcome.Unavailable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/checkouts")
final class CheckoutController {

    /** Without lines it is the cart that is checked out, with its coupon and in its currency unless others are named. */
    record CheckoutRequest(
            @Size(min = 1, max = LineRequest.MOST) @Nullable List<@Valid @NotNull LineRequest> lines,
            @Valid @Nullable AddressRequest address,
            @Size(max = 100) @Nullable String addressLabel,
            @Size(min = 1, max = 64) @Nullable String coupon,
            @Pattern(regexp = "[A-Z]{3}") @Nullable String currency) {

        Choice choice() {
            return new Choice(coupon, currency);
        }
    }

    private final CheckOut step;
    private final Checkouts checkouts;
    private final PaymentTerms terms;

    CheckoutController(CheckOut step, Checkouts checkouts, PaymentTerms terms) {
        this.step = step;
        this.checkouts = checkouts;
        this.terms = terms;
    }

    @PostMapping
    @Idempotent(prefix = "chk")
    @Answers({
        "201",
        "409 cart_empty insufficient_stock",
        "422 address_required unknown_address unknown_sku no_price_in_currency unknown_coupon coupon_not_applicable"
                + " coupon_used_up"
    })
    ResponseEntity<?> checkOut(@Valid @RequestBody CheckoutRequest request, ResourceId id, Caller customer) {
        return switch (step.of(customer.id(), id, request)) {
            case CheckedOut(var checkout) -> created(checkout);
            case CartIsEmpty() -> Problems.refused(CONFLICT, "cart_empty", "There is nothing in the cart.");
            case OutOfStock(var lines) ->
                Problems.refused(CONFLICT, "insufficient_stock", "Some lines are not in stock.", lines);
            case NotSold(var code, var detail, var errors) ->
                Problems.refused(UNPROCESSABLE_CONTENT, code, detail, errors);
            case Unavailable() -> throw new UnavailableException(Duration.ofSeconds(2));
        };
    }

    @GetMapping("/{id}")
    @Answers({"200", "304"})
    ResponseEntity<CheckoutView> checkout(@PathVariable String id, Caller customer) {
        return Etags.ok(CheckoutView.of(checkouts.of(customer.id(), id), terms), 1);
    }

    private ResponseEntity<CheckoutView> created(Checkout checkout) {
        return ResponseEntity.created(URI.create("/api/checkouts/" + checkout.id()))
                .eTag(Etags.of(1))
                .body(CheckoutView.of(checkout, terms));
    }
}
