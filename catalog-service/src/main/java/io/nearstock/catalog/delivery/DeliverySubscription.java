package io.nearstock.catalog.delivery;

import io.nearstock.catalog.Deliveries;
import io.nearstock.chassis.messaging.Subscription;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who has a product knows it: they may review it, and answer what others ask. */
@Configuration(proxyBeanMethods = false)
class DeliverySubscription {

    record Delivered(String orderId, String customerId, List<Line> lines) {

        record Line(String sku) {}

        List<String> skus() {
            return lines.stream().map(Line::sku).toList();
        }
    }

    @Bean
    static Subscription deliveredOrders(Deliveries deliveries) {
        return Subscription.to("orders").on("order.shipment_delivered", event -> {
            var delivered = event.as(Delivered.class);
            deliveries.add(delivered.orderId(), delivered.customerId(), delivered.skus());
        });
    }
}
