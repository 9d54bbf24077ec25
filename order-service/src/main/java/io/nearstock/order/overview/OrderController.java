package io.nearstock.order.overview;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.order.Happening;
import io.nearstock.order.OrderView;
import io.nearstock.order.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
final class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    /** The caller's purchase history; to staff everybody's. */
    @GetMapping
    Page<OrderView> orders(@RequestParam(required = false) @Nullable String status, PageRequest page, Caller caller) {
        var customerId = caller.isStaffFor("orders") ? null : caller.id();
        return orders.list(customerId, status, page).map(OrderView::of);
    }

    @GetMapping("/{id}")
    @Answers({"200", "304"})
    ResponseEntity<OrderView> order(@PathVariable String id, Caller caller) {
        var order = orders.of(caller, id);
        return Etags.ok(OrderView.of(order), order.version());
    }

    /** All at once: an order has few. */
    @GetMapping("/{id}/events")
    Page<Happening> events(@PathVariable String id, Caller caller) {
        return new Page<>(orders.history(orders.of(caller, id)), null);
    }
}
