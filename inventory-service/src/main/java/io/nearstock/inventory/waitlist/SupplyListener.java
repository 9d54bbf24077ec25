package io.nearstock.inventory.waitlist;

import static java.util.stream.Collectors.toSet;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.inventory.Watches;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is there again ends the waiting for it. */
@Configuration(proxyBeanMethods = false)
class SupplyListener {

    record Replenished(String sku) {}

    private final Watches watches;
    private final Clock clock;

    SupplyListener(Watches watches, Clock clock) {
        this.watches = watches;
        this.clock = clock;
    }

    @Bean
    Subscription supplies() {
        return Subscription.to("stock.alerts").batch(Set.of("stock.replenished"), this::on);
    }

    void on(List<Event> events) {
        var skus =
                events.stream().map(event -> event.as(Replenished.class).sku()).collect(toSet());
        watches.tell(skus, clock.instant());
    }
}
