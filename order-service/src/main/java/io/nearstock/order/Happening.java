package io.nearstock.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.order.OrderEvent.OrderCancelRequested;
import io.nearstock.order.OrderEvent.OrderCancelled;
import io.nearstock.order.OrderEvent.OrderCompleted;
import io.nearstock.order.OrderEvent.OrderConfirmed;
import io.nearstock.order.OrderEvent.OrderPlaced;
import io.nearstock.order.OrderEvent.PaymentCaptured;
import io.nearstock.order.OrderEvent.PaymentDeclined;
import io.nearstock.order.OrderEvent.PaymentRefunded;
import io.nearstock.order.OrderEvent.ShipmentDelivered;
import io.nearstock.order.OrderEvent.ShipmentDispatched;
import io.nearstock.order.OrderEvent.ShipmentSupplied;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in an order's history, as the order keeps it and the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Happening(
        String type,
        Instant at,
        @Nullable String shipmentId,
        @Nullable Money amount,
        @Nullable String reason) {

    static Happening of(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _, OrderConfirmed _, OrderCancelRequested _, OrderCompleted _ ->
                of(event, null, null, null);
            case PaymentDeclined declined -> of(event, null, null, declined.code());
            case PaymentCaptured captured -> of(event, null, captured.amount(), null);
            case PaymentRefunded refunded -> of(event, null, refunded.amount(), null);
            case OrderCancelled cancelled -> of(event, null, cancelled.refunded(), cancelled.reason());
            case ShipmentSupplied supplied -> of(event, supplied.shipmentId(), null, null);
            case ShipmentDispatched dispatched -> of(event, dispatched.shipmentId(), null, null);
            case ShipmentDelivered delivered -> of(event, delivered.shipmentId(), null, null);
        };
    }

    private static Happening of(
            OrderEvent event, @Nullable String shipmentId, @Nullable Money amount, @Nullable String reason) {
        return new Happening(event.name(), event.at(), shipmentId, amount, reason);
    }
}
