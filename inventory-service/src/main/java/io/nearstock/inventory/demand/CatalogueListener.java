package io.nearstock.inventory.demand;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PricedProduct;
import io.nearstock.inventory.PricedProduct.PriceFrom;
import io.nearstock.inventory.PricedProducts;
import io.nearstock.inventory.PromotedTime;
import io.nearstock.inventory.PromotedTimes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue tells what demand depends on: what products are, what they cost, and when they are promoted. */
@Configuration(proxyBeanMethods = false)
class CatalogueListener {

    record ProductChanged(String sku, @Nullable String category, Money price, Instant at) {}

    record PromotionChanged(
            String promotionId,
            List<String> skus,
            List<String> categories,
            Instant startsAt,
            Instant endsAt,
            boolean everybody) {}

    private final PricedProducts products;
    private final PromotedTimes promotions;
    private final PlanningSettings settings;

    CatalogueListener(PricedProducts products, PromotedTimes promotions, PlanningSettings settings) {
        this.products = products;
        this.promotions = promotions;
        this.settings = settings;
    }

    @Bean
    Subscription productNews() {
        return Subscription.to("catalog.products").batch(Set.of("product.changed"), this::onProducts);
    }

    @Bean
    Subscription promotionNews() {
        return Subscription.to("catalog.promotions").on("promotion.changed", this::onPromotion);
    }

    void onProducts(List<Event> events) {
        products.hear(events.stream().map(this::product).toList());
    }

    private PricedProduct product(Event event) {
        var told = event.as(ProductChanged.class);
        var price = new PriceFrom(settings.dayOf(told.at()), told.price().amount(), event.sequence());
        return PricedProduct.heard(told.sku(), Objects.requireNonNullElse(told.category(), ""), price);
    }

    /** It counts on each day of which it has a part. */
    void onPromotion(Event event) {
        var told = event.as(PromotionChanged.class);
        promotions.hear(new PromotedTime(
                told.promotionId(),
                told.skus(),
                told.categories(),
                settings.dayOf(told.startsAt()),
                settings.dayOf(told.endsAt().minusNanos(1)),
                told.everybody(),
                event.sequence()));
    }
}
