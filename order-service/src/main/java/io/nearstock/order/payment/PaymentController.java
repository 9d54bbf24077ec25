package io.nearstock.order.payment;

import static org.springframework.http.HttpStatus.CONFLICT;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.Problems;
import io.nearstock.order.Charge;
import io.nearstock.order.Money;
import io.nearstock.order.Order;
import io.nearstock.order.Orders;
import io.nearstock.order.PaymentAnswer;
import io.nearstock.order.PromptSettlement;
import io.nearstock.order.Transition;
import io.nearstock.order.Transition.Contradiction;
import io.nearstock.order.Transition.Progress;
import io.nearstock.order.Transition.Repetition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Another card for an order that no card has paid yet, and the balance of one that has arrived. */
@RestController
@RequestMapping("/api/orders/{id}")
final class PaymentController {

    record PaymentRequest(
            @NotBlank @Pattern(regexp = "card", message = "must be card")
            String method,

            @NotBlank @Size(max = 200) String token) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentView(
            int number,
            String method,
            String status,
            Money amount,
            Money authorised,
            Money captured,
            Money refunded,
            @Nullable String declineCode,
            Instant createdAt) {

        static PaymentView of(Order order, Charge charge) {
            var total = order.total();
            return new PaymentView(
                    charge.number(),
                    "card",
                    charge.status().name().toLowerCase(Locale.ROOT),
                    total.of(charge.amount()),
                    total.of(charge.authorised()),
                    total.of(charge.captured()),
                    total.of(charge.refunded()),
                    charge.declineCode(),
                    charge.at());
        }
    }

    private final Orders orders;
    private final PromptSettlement settlement;
    private final Clock clock;

    PaymentController(Orders orders, PromptSettlement settlement, Clock clock) {
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    @GetMapping("/payments")
    Page<PaymentView> payments(@PathVariable String id, Caller caller) {
        var order = orders.of(caller, id);
        var views = order.payment().charges().stream().map(charge -> PaymentView.of(order, charge));
        return new Page<>(views.toList(), null);
    }

    @PostMapping("/payments")
    @Idempotent(prefix = "pay")
    @Answers({
        "201",
        "202",
        "402 payment_declined",
        "409 payment_in_progress payment_window_over already_paid order_cancelled order_ended"
    })
    ResponseEntity<?> payByAnotherCard(
            @PathVariable String id, @Valid @RequestBody PaymentRequest request, Caller caller) {
        return pay(id, caller, (order, now) -> order.payByAnotherCard(request.token(), now));
    }

    @PostMapping("/balance")
    @Idempotent(prefix = "pay")
    @Answers({
        "201",
        "202",
        "402 payment_declined",
        "409 payment_in_progress balance_not_due already_paid order_cancelled order_ended"
    })
    ResponseEntity<?> payBalance(@PathVariable String id, @Valid @RequestBody PaymentRequest request, Caller caller) {
        return pay(id, caller, (order, now) -> order.payBalance(request.token(), now));
    }

    private ResponseEntity<?> pay(String id, Caller caller, BiFunction<Order, Instant, Transition> command) {
        var now = clock.instant();
        return switch (orders.update(orders.of(caller, id), order -> command.apply(order, now))) {
            case Progress(var order, var _) -> PaymentAnswer.of(settlement.pay(order, now));
            case Repetition(var order) -> PaymentAnswer.of(order);
            case Contradiction(var _, var refusal) -> Problems.refused(CONFLICT, refusal.code(), refusal.detail());
        };
    }
}
