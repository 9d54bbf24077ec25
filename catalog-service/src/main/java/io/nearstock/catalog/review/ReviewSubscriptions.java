package io.nearstock.catalog.review;

import io.nearstock.catalog.ReviewWatcher;
import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells whoever watches reviews which has changed; a topic's event has one handler in a service. */
@Configuration(proxyBeanMethods = false)
class ReviewSubscriptions {

    record ReviewChanged(String reviewId, String productId) {}

    @Bean
    static Subscription changedReviews(List<ReviewWatcher> watchers) {
        Consumer<Event> tell = event -> {
            var changed = event.as(ReviewChanged.class);
            watchers.forEach(watcher -> watcher.see(changed.reviewId(), changed.productId()));
        };
        return Subscription.to("catalog.reviews").on("review.published", tell).on("review.withheld", tell);
    }
}
