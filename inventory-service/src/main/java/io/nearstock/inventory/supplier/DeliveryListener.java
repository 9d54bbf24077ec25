package io.nearstock.inventory.supplier;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at what a supplier delivered whenever one of its orders has moved. */
@Configuration(proxyBeanMethods = false)
class DeliveryListener {

    record Changed(String supplierId) {}

    private final Suspend suspend;

    DeliveryListener(Suspend suspend) {
        this.suspend = suspend;
    }

    @Bean
    Subscription deliveries() {
        return Subscription.to("supply.purchase-orders").on("purchase_order.changed", this::on);
    }

    void on(Event event) {
        suspend.whoDeliversBadly(event.as(Changed.class).supplierId());
    }
}
