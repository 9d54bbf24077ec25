package io.nearstock.order.cart;

import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Problems;
import io.nearstock.order.Carts;
import io.nearstock.order.Item;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cart")
final class CartController {

    record PutItemRequest(@Positive @Max(Item.MOST) int quantity) {}

    record CartView(List<Item> items) {}

    private final Carts carts;
    private final Clock clock;

    CartController(Carts carts, Clock clock) {
        this.carts = carts;
        this.clock = clock;
    }

    @GetMapping
    CartView cart(Caller customer) {
        return new CartView(carts.of(customer.id()));
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
}
