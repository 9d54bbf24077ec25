package io.nearstock.notification.recording;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.notification.BackInStock;
import io.nearstock.notification.Kind;
import io.nearstock.notification.Notification;
import io.nearstock.notification.Notifications;
import io.nearstock.notification.OrderCancelled;
import io.nearstock.notification.OrderConfirmed;
import io.nearstock.notification.Outgoing;
import io.nearstock.notification.PriceDropped;
import io.nearstock.notification.ShipmentSupplied;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records what events are to be told, and leaves the sending to others: no mail server holds a partition up. */
@Configuration(proxyBeanMethods = false)
class Recorder {

    private static final Duration LEASE = Duration.ofSeconds(90);

    private final Notifications notifications;
    private final Outgoing outgoing;
    private final Clock clock;

    Recorder(Notifications notifications, Outgoing outgoing, Clock clock) {
        this.notifications = notifications;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @Bean
    Subscription orderEvents() {
        return Subscription.to("orders")
                .batch(Set.of("order.confirmed", "order.cancelled", "order.shipment_supplied"), this::record);
    }

    @Bean
    Subscription accountEvents() {
        return Subscription.to("accounts")
                .batch(Set.of("account.verification_requested", "account.password_reset_requested"), this::record);
    }

    @Bean
    Subscription stockEvents() {
        return Subscription.to("stock.alerts").batch(Set.of("stock.back_in_stock"), this::record);
    }

    @Bean
    Subscription wishEvents() {
        return Subscription.to("catalog.wishes").batch(Set.of("wish.price_dropped"), this::record);
    }

    /** Where there is no room to send at once, the sweep may take them right away. */
    private void record(List<Event> events) {
        var now = clock.instant();
        var room = outgoing.room() >= events.size();
        var leasedUntil = room ? now.plus(LEASE) : now;
        var added = notifications.add(
                events.stream().map(event -> of(event, now, leasedUntil)).toList());
        if (room) {
            outgoing.add(added);
        }
    }

    private static Notification of(Event event, Instant now, Instant leasedUntil) {
        return switch (event.type()) {
            case "order.confirmed" -> {
                var order = event.as(OrderConfirmed.class);
                yield Notification.of(
                        Kind.ORDER_CONFIRMATION,
                        order.orderId(),
                        order.customerId(),
                        event.payload(),
                        now,
                        leasedUntil);
            }
            case "order.cancelled" -> {
                var order = event.as(OrderCancelled.class);
                yield Notification.of(
                        Kind.ORDER_CANCELLATION,
                        order.orderId(),
                        order.customerId(),
                        event.payload(),
                        now,
                        leasedUntil);
            }
            case "order.shipment_supplied" -> {
                var supplied = event.as(ShipmentSupplied.class);
                yield Notification.of(
                        Kind.GOODS_ARRIVED,
                        supplied.shipmentId(),
                        supplied.customerId(),
                        event.payload(),
                        now,
                        leasedUntil);
            }
            case "stock.back_in_stock" -> {
                var back = event.as(BackInStock.class);
                yield Notification.of(
                        Kind.BACK_IN_STOCK,
                        back.subscriptionId(),
                        back.customerId(),
                        event.payload(),
                        now,
                        leasedUntil);
            }
            case "wish.price_dropped" -> {
                var dropped = event.as(PriceDropped.class);
                yield Notification.of(
                        Kind.PRICE_DROP, dropped.subject(), dropped.customerId(), event.payload(), now, leasedUntil);
            }
            case "account.verification_requested" -> ofRequest(Kind.VERIFICATION, event, now, leasedUntil);
            default -> ofRequest(Kind.PASSWORD_RESET, event, now, leasedUntil);
        };
    }

    private static Notification ofRequest(Kind kind, Event event, Instant now, Instant leasedUntil) {
        var request = event.as(AccountRequest.class);
        return Notification.of(kind, request.requestId(), request.accountId(), null, now, leasedUntil);
    }
}
