package io.nearstock.order.cart;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Problems;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.order.CartCoupons;
import io.nearstock.order.Carts;
import io.nearstock.order.Catalog;
import io.nearstock.order.Catalog.Quote.Quoted;
import io.nearstock.order.Catalog.Quote.Rejected;
import io.nearstock.order.Catalog.Quote.Unavailable;
import io.nearstock.order.Item;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CartView(List<Item> items, @Nullable String coupon) {}

    private final Carts carts;
    private final CartCoupons coupons;
    private final Catalog catalog;
    private final Clock clock;

    CartController(Carts carts, CartCoupons coupons, Catalog catalog, Clock clock) {
        this.carts = carts;
        this.coupons = coupons;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping
    CartView cart(Caller customer) {
        return new CartView(carts.of(customer.id()), coupons.of(customer.id()).orElse(null));
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
    @Answers({"200", "422 unknown_coupon coupon_not_applicable coupon_used_up unknown_sku"})
    @PostMapping("/coupon")
    ResponseEntity<?> name(@Valid @RequestBody CouponRequest request, Caller customer) {
        var items = carts.of(customer.id());
        return items.isEmpty()
                ? kept(customer, request.coupon())
                : switch (catalog.quote(customer.id(), null, items, request.coupon())) {
                    case Quoted _ -> kept(customer, request.coupon());
                    case Rejected(var code, var detail, var errors) ->
                        Problems.refused(UNPROCESSABLE_CONTENT, code, detail, errors);
                    case Unavailable() -> throw new UnavailableException(Duration.ofSeconds(2));
                };
    }

    @DeleteMapping("/coupon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(Caller customer) {
        coupons.remove(customer.id());
    }

    private ResponseEntity<?> kept(Caller customer, String coupon) {
        coupons.put(customer.id(), coupon);
        return ResponseEntity.ok(cart(customer));
    }
}
