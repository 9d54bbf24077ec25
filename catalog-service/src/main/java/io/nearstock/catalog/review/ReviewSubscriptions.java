package io.nearstock.catalog.review;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reviews make a product's stars. */
@Configuration(proxyBeanMethods = false)
class ReviewSubscriptions {

    record ReviewChanged(String productId) {}

    @Bean
    static Subscription changedReviews(RateProducts rate) {
        Consumer<Event> recount =
                event -> rate.recount(event.as(ReviewChanged.class).productId());
        return Subscription.to("catalog.reviews")
                .on("review.published", recount)
                .on("review.withheld", recount);
    }
}
