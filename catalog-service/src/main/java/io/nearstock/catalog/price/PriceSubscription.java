package io.nearstock.catalog.price;

import io.nearstock.catalog.Money;
import io.nearstock.chassis.messaging.Subscription;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes down what each product costs from when on. */
@Configuration(proxyBeanMethods = false)
class PriceSubscription {

    record ProductChanged(String productId, String sku, Price price, Instant at) {

        record Price(long amount, String currency) {}
    }

    @Bean
    static Subscription pricesOfProducts(PriceHistories histories) {
        return Subscription.to("catalog.products").on("product.changed", event -> {
            var changed = event.as(ProductChanged.class);
            var price = new Money(changed.price().amount(), changed.price().currency());
            histories.see(changed.productId(), changed.sku(), price, changed.at(), event.sequence());
        });
    }
}
