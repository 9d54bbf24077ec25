package io.nearstock.catalog.advice;

import io.nearstock.catalog.advice.ProposePrices.News;
import io.nearstock.chassis.messaging.Subscription;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How products stand, as inventory-service says once a day and whenever much of a stock has come or gone. */
@Configuration(proxyBeanMethods = false)
class OutlookSubscription {

    @Bean
    static Subscription demandOutlooks(ProposePrices propose) {
        return Subscription.to("demand.outlooks")
                .batch(
                        Set.of("demand.outlook"),
                        events -> propose.hear(events.stream()
                                .map(event -> new News(event.as(DemandOutlook.class), event.sequence()))
                                .toList()));
    }
}
