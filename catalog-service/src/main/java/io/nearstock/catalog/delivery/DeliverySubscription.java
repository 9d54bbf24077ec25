package io.nearstock.catalog.delivery;

import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.Delivery;
import io.nearstock.chassis.messaging.Subscription;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who has a product knows it: they may review it, and answer what others ask. */
@Configuration(proxyBeanMethods = false)
class DeliverySubscription {

    record Delivered(String orderId, String shipmentId, String customerId, List<Delivery.Units> lines, Instant at) {

        Delivery storedAt(Instant now) {
            return Delivery.of(orderId, shipmentId, customerId, lines, at, now);
        }
    }

    @Bean
    static Subscription deliveredOrders(Deliveries deliveries, Clock clock) {
        return Subscription.to("orders")
                .on(
                        "order.shipment_delivered",
                        event -> deliveries.add(event.as(Delivered.class).storedAt(clock.instant())));
    }
}
