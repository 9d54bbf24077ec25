package io.nearstock.order;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.PAYMENT_REQUIRED;

import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Problems;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer to whoever has just tried to pay: 201 when it is paid, 202 while nobody knows, 402 when the card refused. */
public final class PaymentAnswer {

    private PaymentAnswer() {}

    public static ResponseEntity<?> of(Order order) {
        return switch (PaymentStatus.of(order)) {
            case PENDING, ACTION_REQUIRED -> order(HttpStatus.ACCEPTED, order);
            case DEPOSIT_PAID, PAID, REFUNDED -> order(CREATED, order);
            case DECLINED, NONE -> declined(order);
        };
    }

    private static ResponseEntity<OrderView> order(HttpStatus status, Order order) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/orders/" + order.id()))
                .eTag(Etags.of(order.version()))
                .body(OrderView.of(order));
    }

    /** Names the order, which waits for another card. */
    private static ResponseEntity<?> declined(Order order) {
        var problem = Problems.problem(PAYMENT_REQUIRED, "payment_declined", "The card was declined.");
        problem.setProperty("orderId", order.id());
        order.payment().latest().map(Charge::declineCode).ifPresent(code -> problem.setProperty("declineCode", code));
        problem.setProperty("payBy", order.payment().payBy());
        return ResponseEntity.status(PAYMENT_REQUIRED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
