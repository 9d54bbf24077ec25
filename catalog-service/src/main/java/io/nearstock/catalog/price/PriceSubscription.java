package io.nearstock.catalog.price;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.PriceWatcher;
import io.nearstock.catalog.PriceWatcher.Priced;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.chassis.messaging.Subscription;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells whoever watches prices what each product costs from when on; a topic's event has one handler in a service. */
@Configuration(proxyBeanMethods = false)
class PriceSubscription {

    /** At any other price nothing was offered to anybody. */
    private static final String ON_SALE = ProductStatus.ACTIVE.wireName();

    record ProductChanged(String productId, String sku, Price price, String status, Instant at) {

        record Price(long amount, String currency) {}
    }

    @Bean
    static Subscription pricesOfProducts(List<PriceWatcher> watchers) {
        return Subscription.to("catalog.products").on("product.changed", event -> {
            var changed = event.as(ProductChanged.class);
            if (!changed.status().equals(ON_SALE)) {
                return;
            }
            var price = new Money(changed.price().amount(), changed.price().currency());
            var priced = new Priced(changed.productId(), changed.sku(), price, changed.at(), event.sequence());
            watchers.forEach(watcher -> watcher.see(priced));
        });
    }
}
