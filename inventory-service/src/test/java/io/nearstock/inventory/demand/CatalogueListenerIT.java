package io.nearstock.inventory.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PricedProduct.PriceFrom;
import io.nearstock.inventory.PricedProducts;
import io.nearstock.inventory.PromotedTime;
import io.nearstock.inventory.PromotedTimes;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue's news, told twice and with the older after the newer ones. */
@InventoryTest
class CatalogueListenerIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    private final Shop shop;
    private final TestEvents events;
    private final PricedProducts products;
    private final PromotedTimes promotions;

    CatalogueListenerIT(Shop shop, TestEvents events, PricedProducts products, PromotedTimes promotions) {
        this.shop = shop;
        this.events = events;
        this.products = products;
        this.promotions = promotions;
    }

    @Test
    @Consumes("product.changed")
    void remembersWhatAProductIsAndHasCost() {
        product(3, "2026-11-20", "home/lights", 300);
        product(3, "2026-11-20", "home/lights", 300);
        product(1, "2026-11-01", "home/candles", 255);
        product(2, "2026-11-10", "home/candles", 199);

        shop.eventually(() -> products.of(List.of("PRICED")).get("PRICED"), product -> {
            assertThat(product).isNotNull();
            assertThat(product.category()).isEqualTo("home/lights");
            assertThat(product.prices())
                    .containsExactly(
                            new PriceFrom(FIRST, 255, 1),
                            new PriceFrom(FIRST.plusDays(9), 199, 2),
                            new PriceFrom(FIRST.plusDays(19), 300, 3));
        });
    }

    @Test
    @Consumes("promotion.changed")
    void remembersWhenAPromotionRunsAsItWasToldLast() {
        promotion(2, "\"categories\": [\"toys\"]");
        promotion(1, "\"categories\": [\"home/candles\"]");
        promotion(2, "\"categories\": [\"toys\"]");
        promotion(3, "\"categories\": [\"toys\", \"games\"]");

        shop.eventually(
                () -> promotions.between(FIRST.plusDays(1), FIRST.plusDays(9)),
                running -> assertThat(running)
                        .contains(new PromotedTime(
                                "prm_heard", List.of(), List.of("toys", "games"), FIRST, FIRST.plusDays(1), true, 3)));
        assertThat(promotions.between(FIRST.plusDays(2), FIRST.plusDays(9)))
                .noneMatch(promotion -> promotion.id().equals("prm_heard"));
    }

    private void product(long sequence, String day, String category, long amount) {
        events.publish(
                "product.changed",
                "prd_priced",
                sequence,
                Contracts.event("product.changed")
                        .replace("85123A", "PRICED")
                        .replace("home/candles", category)
                        .replace("255", Long.toString(amount))
                        .replace("2026-11-01", day));
    }

    private void promotion(long sequence, String categories) {
        events.publish(
                "promotion.changed",
                "prm_heard",
                sequence,
                Contracts.event("promotion.changed")
                        .replace("prm_1", "prm_heard")
                        .replace("\"categories\": [\"home/candles\"]", categories));
    }
}
