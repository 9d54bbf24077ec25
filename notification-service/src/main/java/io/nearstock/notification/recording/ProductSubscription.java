package io.nearstock.notification.recording;

import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.notification.ProductNames;
import io.nearstock.notification.ProductNames.Named;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Learns what products are called, for mails about one of which the event tells only the SKU. */
@Configuration(proxyBeanMethods = false)
class ProductSubscription {

    @Bean
    static Subscription namedProducts(ProductNames names) {
        return Subscription.to("catalog.products")
                .batch(
                        Set.of("product.changed"),
                        events -> names.keep(events.stream()
                                .map(event -> event.as(Named.class))
                                .toList()));
    }
}
