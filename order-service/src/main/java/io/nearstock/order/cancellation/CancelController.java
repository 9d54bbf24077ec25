package io.nearstock.order.cancellation;

import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.OK;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Problems;
import io.nearstock.order.Order;
import io.nearstock.order.OrderStatus.Cancelled;
import io.nearstock.order.OrderView;
import io.nearstock.order.Orders;
import io.nearstock.order.PromptSettlement;
import io.nearstock.order.Transition.Contradiction;
import io.nearstock.order.Transition.Progress;
import io.nearstock.order.Transition.Repetition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CancelController {

    /** The reason is the customer's own words: it stays in the order. */
    record CancelRequest(@Size(max = 500) @Nullable String reason) {}

    private final Orders orders;
    private final PromptSettlement settlement;
    private final Clock clock;

    CancelController(Orders orders, PromptSettlement settlement, Clock clock) {
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** 202 while what was taken is not known to be given back. */
    @PostMapping("/api/orders/{id}/cancel")
    @Idempotent(prefix = "cnl")
    @Answers({"200", "202", "409 already_dispatched order_ended"})
    ResponseEntity<?> cancel(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable CancelRequest request,
            Caller caller) {
        var now = clock.instant();
        var note = request == null ? null : request.reason();
        var by = caller.is("customer") ? "customer" : "staff";
        return switch (orders.update(orders.of(caller, id), order -> order.requestCancel(by, note, now))) {
            case Progress(var order, var _) -> answer(settlement.advance(order, now));
            case Repetition(var order) -> answer(order);
            case Contradiction(var _, var refusal) -> Problems.refused(CONFLICT, refusal.code(), refusal.detail());
        };
    }

    private static ResponseEntity<OrderView> answer(Order order) {
        return ResponseEntity.status(order.status() instanceof Cancelled ? OK : ACCEPTED)
                .eTag(Etags.of(order.version()))
                .body(OrderView.of(order));
    }
}
