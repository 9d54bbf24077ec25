package io.nearstock.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.order.OrderStatus.CancelPending;
import io.nearstock.order.OrderStatus.Cancelled;
import io.nearstock.order.OrderStatus.Completed;
import io.nearstock.order.OrderStatus.Confirmed;
import io.nearstock.order.OrderStatus.Delivered;
import io.nearstock.order.OrderStatus.Dispatched;
import io.nearstock.order.OrderStatus.Placed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        String id,
        String status,
        Instant createdAt,
        @Nullable String checkoutId,
        List<OrderLine> lines,
        Money total,
        Address address,
        PaymentView payment,
        @Nullable NextAction nextAction,
        List<ShipmentView> shipments,
        @Nullable CancellationView cancellation,
        Map<String, String> links) {

    /** What the customer has to do before the payment can go on. */
    public record NextAction(String type, String url) {}

    /** The sums over all of the order's charges. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaymentView(
            String status,
            String plan,
            Money authorised,
            Money captured,
            Money refunded,
            Money outstanding,
            @Nullable String declineCode,
            @Nullable Instant payBy) {

        static PaymentView of(Order order) {
            var payment = order.payment();
            var total = order.total();
            var waits = order.status() instanceof Placed;
            return new PaymentView(
                    PaymentStatus.of(order).wireName(),
                    payment.plan().name().toLowerCase(Locale.ROOT),
                    total.of(payment.authorised()),
                    total.of(payment.captured()),
                    total.of(payment.refunded()),
                    order.outstanding(),
                    payment.latest().map(Charge::declineCode).orElse(null),
                    waits ? payment.payBy() : null);
        }
    }

    /**
     * What one hub sends.
     *
     * @param stock of what had not come when it was ordered: {@code waiting} until all of it has, then {@code allocated}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ShipmentView(
            String id,
            Hub hub,
            String status,
            LocalDate promisedDate,
            @Nullable LocalDate shipsOn,
            @Nullable String stock,
            @Nullable Instant suppliedAt,
            @Nullable Instant dispatchedAt,
            @Nullable Instant deliveredAt,
            List<Item> lines) {

        public record Hub(String id, String name) {}

        static ShipmentView of(Shipment shipment) {
            return new ShipmentView(
                    shipment.id(),
                    new Hub(shipment.hubId(), shipment.hubName()),
                    shipment.status().name().toLowerCase(Locale.ROOT),
                    shipment.promisedDate(),
                    shipment.shipsOn(),
                    shipment.shipsOn() == null ? null : shipment.isWaiting() ? "waiting" : "allocated",
                    shipment.suppliedAt(),
                    shipment.dispatchedAt(),
                    shipment.deliveredAt(),
                    shipment.lines());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CancellationView(String reason, @Nullable String note) {

        static @Nullable CancellationView of(OrderStatus status) {
            return switch (status) {
                case CancelPending(var cancellation) -> of(cancellation);
                case Cancelled(var cancellation, var _) -> of(cancellation);
                case Placed _, Confirmed _, Dispatched _, Delivered _, Completed _ -> null;
            };
        }

        private static CancellationView of(Cancellation cancellation) {
            return new CancellationView(cancellation.reason(), cancellation.note());
        }
    }

    public static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.status().name(),
                order.placedAt(),
                order.checkoutId(),
                order.lines(),
                order.total(),
                order.address(),
                PaymentView.of(order),
                nextAction(order.payment()),
                order.shipments().stream().map(ShipmentView::of).toList(),
                CancellationView.of(order.status()),
                links(order.id()));
    }

    private static @Nullable NextAction nextAction(Payment payment) {
        return payment.latest()
                .map(Charge::actionUrl)
                .map(url -> new NextAction("authenticate", url))
                .orElse(null);
    }

    private static Map<String, String> links(String id) {
        var self = "/api/orders/" + id;
        return Map.of("self", self, "events", self + "/events", "payments", self + "/payments");
    }
}
