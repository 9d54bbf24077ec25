package io.nearstock.order.placement;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Problems;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.order.AddressRequest;
import io.nearstock.order.Choice;
import io.nearstock.order.LineRequest;
import io.nearstock.order.PaymentAnswer;
import io.nearstock.order.PaymentPlan;
import io.nearstock.order.placement.PlaceOrder.Outcome.CheckoutExpired;
import io.nearstock.order.placement.PlaceOrder.Outcome.CheckoutUsed;
import io.nearstock.order.placement.PlaceOrder.Outcome.NotSold;
import io.nearstock.order.placement.PlaceOrder.Outcome.OutOfStock;
import io.nearstock.order.placement.PlaceOrder.Outcome.Placed;
import io.nearstock.order.placement.PlaceOrder.Outcome.Unavailable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class PlaceOrderController {

    /** Either a checkout, or lines with where they shall go. */
    record PlaceOrderRequest(
            @Size(max = 100) @Nullable String checkoutId,
            @Size(min = 1, max = LineRequest.MOST) @Nullable List<@Valid @NotNull LineRequest> lines,
            @Valid @Nullable AddressRequest address,
            @Size(max = 100) @Nullable String addressLabel,
            @Size(min = 1, max = 64) @Nullable String coupon,
            @Pattern(regexp = "[A-Z]{3}") @Nullable String currency,
            @NotNull @Valid PaymentRequest payment) {

        Choice choice() {
            return new Choice(coupon, currency);
        }
    }

    record PaymentRequest(
            @NotBlank @Pattern(regexp = "card", message = "must be card")
            String method,

            @NotBlank @Size(max = 200) String token,

            @Pattern(regexp = "full|deposit", message = "must be full or deposit") @Nullable
            String plan) {

        PaymentPlan paymentPlan() {
            return "deposit".equals(plan) ? PaymentPlan.DEPOSIT : PaymentPlan.FULL;
        }
    }

    private final PlaceOrder placeOrder;

    PlaceOrderController(PlaceOrder placeOrder) {
        this.placeOrder = placeOrder;
    }

    @PostMapping("/api/orders")
    @Idempotent(prefix = "ord")
    @Answers({
        "201",
        "202",
        "402 payment_declined",
        "404 not_found",
        "409 checkout_expired checkout_used insufficient_stock",
        "422 basket_required address_required unknown_address unknown_sku no_price_in_currency unknown_coupon"
                + " coupon_not_applicable coupon_used_up coupon_of_checkout currency_of_checkout"
    })
    ResponseEntity<?> place(@Valid @RequestBody PlaceOrderRequest request, ResourceId id, Caller customer) {
        return switch (placeOrder.of(customer.id(), id.value(), request)) {
            case Placed(var order) -> PaymentAnswer.of(order);
            case CheckoutExpired() -> Problems.refused(CONFLICT, "checkout_expired", "The checkout has expired.");
            case CheckoutUsed() ->
                Problems.refused(CONFLICT, "checkout_used", "The checkout has become an order already.");
            case OutOfStock(var lines) ->
                Problems.refused(CONFLICT, "insufficient_stock", "Some lines are not in stock.", lines);
            case NotSold(var code, var detail, var errors) ->
                Problems.refused(UNPROCESSABLE_CONTENT, code, detail, errors);
            case Unavailable() -> throw new UnavailableException(Duration.ofSeconds(2));
        };
    }
}
