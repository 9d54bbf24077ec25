package io.nearstock.catalog.search;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this instance listens to for itself: its own products for the index, stock and hubs for the board. */
@Configuration(proxyBeanMethods = false)
class SearchSubscriptions {

    record StockLevel(String sku, String hubId, long available) {}

    record HubChanged(String hubId, String name, Position position) {

        /** GeoJSON: longitude first. */
        record Position(List<Double> coordinates) {

            GeoPoint point() {
                return new GeoPoint(coordinates.get(1), coordinates.get(0));
            }
        }
    }

    @Bean
    static Subscription changedProducts(FollowProducts follow) {
        return Subscription.to("catalog.products")
                .everyInstance()
                .startingAt(follow::offset)
                .batch(Set.of("product.changed"), (events, position) -> {
                    var ids = events.stream().map(Event::key).collect(Collectors.toSet());
                    follow.follow(ids, position.partition(), position.next());
                });
    }

    @Bean
    static Subscription stockLevels(StockBoard board) {
        return Subscription.to("stock.levels")
                .everyInstance()
                .batch(
                        Set.of("stock.level"),
                        events -> events.forEach(event -> {
                            var level = event.as(StockLevel.class);
                            board.level(level.sku(), level.hubId(), level.available(), event.sequence());
                        }))
                .on("hub.changed", event -> {
                    var hub = event.as(HubChanged.class);
                    board.hub(hub.hubId(), hub.name(), hub.position().point(), event.sequence());
                });
    }
}
