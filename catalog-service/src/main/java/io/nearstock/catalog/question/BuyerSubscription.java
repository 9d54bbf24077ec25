package io.nearstock.catalog.question;

import io.nearstock.chassis.messaging.Subscription;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who has a product knows it. */
@Configuration(proxyBeanMethods = false)
class BuyerSubscription {

    record Delivered(String customerId, List<Line> lines) {

        record Line(String sku) {}
    }

    @Bean
    static Subscription deliveries(Buyers buyers) {
        return Subscription.to("orders").on("order.shipment_delivered", event -> {
            var delivered = event.as(Delivered.class);
            delivered.lines().forEach(line -> buyers.add(delivered.customerId(), line.sku()));
        });
    }
}
