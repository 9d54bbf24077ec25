package io.nearstock.recommendation.learning;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.recommendation.Basket;
import io.nearstock.recommendation.Baskets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Learns what was bought together as soon as it is paid. */
@Configuration(proxyBeanMethods = false)
class LearningSubscriptions {

    record OrderConfirmed(String orderId, List<Line> lines, Instant at) {

        record Line(@Nullable String productId) {}
    }

    @Bean
    static Subscription confirmedOrders(Baskets baskets, Clock clock) {
        return Subscription.to("orders")
                .batch(
                        Set.of("order.confirmed"),
                        (List<Event> events) -> baskets.add(events.stream()
                                .map(event -> basket(event.as(OrderConfirmed.class), clock.instant()))
                                .toList()));
    }

    private static Basket basket(OrderConfirmed order, Instant now) {
        var products = order.lines().stream()
                .map(OrderConfirmed.Line::productId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Basket(order.orderId(), products, order.at(), now);
    }
}
