package io.nearstock.catalog.redemption;

import io.nearstock.chassis.messaging.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of an order, and of a hold on stock, becomes of the uses under the same id. */
@Configuration(proxyBeanMethods = false)
class RedemptionSubscriptions {

    record Cancelled(String orderId, @Nullable String holdId) {}

    record HoldExpired(String holdId) {}

    @Bean
    static Subscription redeemingOrders(MoveRedemption move) {
        return Subscription.to("orders").on("order.cancelled", event -> {
            var cancelled = event.as(Cancelled.class);
            if (cancelled.holdId() != null) {
                move.releaseIfAny(cancelled.holdId(), cancelled.orderId());
            }
        });
    }

    @Bean
    static Subscription redeemingHolds(MoveRedemption move) {
        return Subscription.to("stock.holds")
                .on(
                        "hold.expired",
                        event -> move.releaseIfAny(event.as(HoldExpired.class).holdId(), null));
    }
}
