package io.nearstock.order.shipment;

import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Problems;
import io.nearstock.order.Order;
import io.nearstock.order.Orders;
import io.nearstock.order.PromptSettlement;
import io.nearstock.order.Transition;
import io.nearstock.order.Transition.Contradiction;
import io.nearstock.order.Transition.Progress;
import io.nearstock.order.Transition.Repetition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What movers and staff tell of a shipment. */
@RestController
@RequestMapping("/api/shipments/{id}")
final class ShipmentController {

    record DeliverRequest(@NotBlank @Size(max = 200) String proof) {}

    private final DispatchShipment dispatch;
    private final Orders orders;
    private final PromptSettlement settlement;
    private final Clock clock;

    ShipmentController(DispatchShipment dispatch, Orders orders, PromptSettlement settlement, Clock clock) {
        this.dispatch = dispatch;
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    @PostMapping("/dispatch")
    @Idempotent(prefix = "dsp")
    @Answers({"200", "409 not_confirmed not_here order_cancelled order_ended already_dispatched"})
    ResponseEntity<?> dispatch(@PathVariable String id) {
        var now = clock.instant();
        return told(dispatch.dispatch(id, now), id, now);
    }

    @PostMapping("/deliver")
    @Idempotent(prefix = "dlv")
    @Answers({"200", "409 not_dispatched order_cancelled order_ended"})
    ResponseEntity<?> deliver(@PathVariable String id, @Valid @RequestBody DeliverRequest request) {
        var now = clock.instant();
        return told(orders.update(orders.ofShipment(id), order -> order.deliver(id, request.proof(), now)), id, now);
    }

    private ResponseEntity<?> told(Transition transition, String shipmentId, Instant now) {
        return switch (transition) {
            case Progress(var order, var _) -> answer(settlement.advance(order, now), shipmentId);
            case Repetition(var order) -> answer(order, shipmentId);
            case Contradiction(var _, var refusal) -> Problems.refused(CONFLICT, refusal.code(), refusal.detail());
        };
    }

    private static ResponseEntity<ShipmentView> answer(Order order, String shipmentId) {
        return Etags.ok(ShipmentView.of(order, shipmentId), order.version());
    }
}
