package io.nearstock.recommendation.facts;

import static java.util.stream.Collectors.toMap;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.recommendation.Hub;
import io.nearstock.recommendation.Money;
import io.nearstock.recommendation.Place;
import io.nearstock.recommendation.Product;
import io.nearstock.recommendation.Products;
import io.nearstock.recommendation.Stock;
import io.nearstock.recommendation.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the newest state of products, stock and hubs; of several messages about one thing in a batch only the last. */
@Configuration(proxyBeanMethods = false)
class FactSubscriptions {

    record ProductChanged(
            String productId,
            String sku,
            String name,
            @Nullable String brand,
            @Nullable String category,
            Money price,
            String status) {}

    record StockLevelTold(String sku, String hubId, int available) {}

    record HubChanged(String hubId, Point position) {

        record Point(List<Double> coordinates) {}
    }

    @Bean
    static Subscription catalogue(Products products) {
        return Subscription.to("catalog.products")
                .batch(
                        Set.of("product.changed"),
                        (List<Event> events) -> products.keep(latest(events, FactSubscriptions::product)));
    }

    @Bean
    static Subscription stockLevels(Stock stock) {
        return Subscription.to("stock.levels")
                .batch(
                        Set.of("stock.level"),
                        (List<Event> events) -> stock.keepLevels(latest(events, FactSubscriptions::level)))
                .batch(
                        Set.of("hub.changed"),
                        (List<Event> events) -> stock.keepHubs(latest(events, FactSubscriptions::hub)));
    }

    private static Product product(Event event) {
        var told = event.as(ProductChanged.class);
        return new Product(
                told.productId(),
                told.sku(),
                told.name(),
                told.brand(),
                told.category() == null ? "" : told.category(),
                told.price(),
                told.status().equals("active"),
                event.sequence());
    }

    private static StockLevel level(Event event) {
        var told = event.as(StockLevelTold.class);
        return new StockLevel(event.key(), told.sku(), told.hubId(), told.available(), event.sequence());
    }

    private static Hub hub(Event event) {
        var told = event.as(HubChanged.class);
        var point = told.position().coordinates();
        return new Hub(told.hubId(), new Place(point.getFirst(), point.getLast()), event.sequence());
    }

    private static <T> Collection<T> latest(List<Event> events, Function<Event, T> read) {
        return events.stream()
                .collect(toMap(Event::key, Function.identity(), FactSubscriptions::newer))
                .values()
                .stream()
                .map(read)
                .toList();
    }

    private static Event newer(Event one, Event other) {
        return one.sequence() > other.sequence() ? one : other;
    }
}
