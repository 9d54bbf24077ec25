package io.nearstock.order.cart;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Problems;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.order.CartChoices;
import io.nearstock.order.Carts;
import io.nearstock.order.Catalog;
import io.nearstock.order.Catalog.Quote.Quoted;
import io.nearstock.order.Catalog.Quote.Rejected;
import io.nearstock.order.Catalog.Quote.Unavailable;
import io.nearstock.order.Choice;
import io.nearstock.order.Item;
import io.nearstock.order.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cart")
final class CartController {

    record PutItemRequest(@Positive @Max(Item.MOST) int quantity) {}

    record CouponRequest(@NotBlank @Size(max = 64) String coupon) {}

    record CurrencyRequest(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}

    /**
     * What is in it.
     *
     * @param currency in which it is checked out; left out where it is the catalogue's because none was chosen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CartView(
            List<Item> items,
            @Nullable String coupon,
            @Nullable String currency) {}

    private final Carts carts;
    private final CartChoices choices;
    private final Catalog catalog;
    private final Clock clock;

    CartController(Carts carts, CartChoices choices, Catalog catalog, Clock clock) {
        this.carts = carts;
        this.choices = choices;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping
    CartView cart(Caller customer) {
        var choice = choices.of(customer.id());
        return new CartView(carts.of(customer.id()), choice.coupon(), choice.currency());
    }

    @Answers({"200", "409 cart_full"})
    @PutMapping("/items/{sku}")
    ResponseEntity<?> put(
            @PathVariable @Size(max = 64) String sku, @Valid @RequestBody PutItemRequest request, Caller customer) {
        if (!carts.haveRoom(customer.id(), sku)) {
            return Problems.refused(CONFLICT, "cart_full", "No more products fit into a cart.");
        }
        carts.put(customer.id(), new Item(sku, request.quantity()), clock.instant());
        return ResponseEntity.ok(cart(customer));
    }

    @DeleteMapping("/items/{sku}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String sku, Caller customer) {
        carts.remove(customer.id(), sku);
    }

    /** Refused at once where it takes nothing off what is in the cart; an empty cart keeps it until the checkout. */
    @Answers({"200", "422 unknown_coupon coupon_not_applicable coupon_used_up unknown_sku no_price_in_currency"})
    @PostMapping("/coupon")
    ResponseEntity<?> name(@Valid @RequestBody CouponRequest request, Caller customer) {
        var coupon = request.coupon();
        var choice = choices.of(customer.id()).withCoupon(coupon);
        return kept(customer, choice, () -> choices.putCoupon(customer.id(), coupon));
    }

    @DeleteMapping("/coupon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(Caller customer) {
        choices.removeCoupon(customer.id());
    }

    /** Refused at once where something in the cart has no price in it, or its coupon then takes nothing off. */
    @Answers({
        "200",
        "422 unknown_currency no_price_in_currency unknown_coupon coupon_not_applicable coupon_used_up unknown_sku"
    })
    @PutMapping("/currency")
    ResponseEntity<?> change(@Valid @RequestBody CurrencyRequest request, Caller customer) {
        var currency = request.currency();
        if (!Money.isCurrency(currency)) {
            var detail = "There is no such currency.";
            var error = new FieldError("/currency", "unknown_currency", detail);
            return Problems.refused(UNPROCESSABLE_CONTENT, "unknown_currency", detail, List.of(error));
        }
        var choice = choices.of(customer.id()).withCurrency(currency);
        return kept(customer, choice, () -> choices.putCurrency(customer.id(), currency));
    }

    private ResponseEntity<?> kept(Caller customer, Choice choice, Runnable keep) {
        return refusal(customer, choice).orElseGet(() -> {
            keep.run();
            return ResponseEntity.ok(cart(customer));
        });
    }

    /** Empty where what is in the cart can be had so. */
    private Optional<ResponseEntity<?>> refusal(Caller customer, Choice choice) {
        var items = carts.of(customer.id());
        if (items.isEmpty()) {
            return Optional.empty();
        }
        return switch (catalog.quote(customer.id(), null, items, choice)) {
            case Quoted _ -> Optional.empty();
            case Rejected(var code, var detail, var errors) ->
                Optional.of(Problems.refused(UNPROCESSABLE_CONTENT, code, detail, errors));
            case Unavailable() -> throw new UnavailableException(Duration.ofSeconds(2));
        };
    }
}
