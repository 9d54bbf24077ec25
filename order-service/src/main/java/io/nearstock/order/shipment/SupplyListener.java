package io.nearstock.order.shipment;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.order.Orders;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an order waited for has come; that of an order that is cancelled by now goes to the next. */
@Configuration(proxyBeanMethods = false)
class SupplyListener {

    record Supplied(String orderId, String hubId, Instant at) {}

    private final Orders orders;

    SupplyListener(Orders orders) {
        this.orders = orders;
    }

    @Bean
    Subscription supplies() {
        return Subscription.to("stock.holds").on("hold.supplied", this::on);
    }

    void on(Event event) {
        var supplied = event.as(Supplied.class);
        orders.find(supplied.orderId())
                .ifPresent(order -> orders.update(order, each -> each.supplied(supplied.hubId(), supplied.at())));
    }
}
