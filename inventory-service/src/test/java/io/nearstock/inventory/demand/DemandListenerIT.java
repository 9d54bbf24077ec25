package io.nearstock.inventory.demand;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.StockOuts;
import io.nearstock.inventory.StockRow;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fed with the contracts' examples under ids of its own, each of them twice. */
@InventoryTest
class DemandListenerIT {

    private final Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

    private final Shop shop;
    private final TestEvents events;
    private final StockOuts stockOuts;

    DemandListenerIT(Shop shop, TestEvents events, StockOuts stockOuts) {
        this.shop = shop;
        this.events = events;
        this.stockOuts = stockOuts;
    }

    @Test
    @Consumes({"order.confirmed", "order.cancelled"})
    void countsAnOrderOnceAndItsCancellationBeside() {
        var hub = shop.openHub("Wanted", 1, 51);
        shop.receive(hub, "KETTLE-17-wanted", 10);
        assertThat(shop.hold("hld_wanted", "ord_wanted", Shop.line("KETTLE-17-wanted", 2)))
                .hasStatus(201);

        twice("order.confirmed", "wanted", hub, 2);
        awaitDay("wanted", 2, 0);

        twice("order.cancelled", "wanted", hub, 3);
        awaitDay("wanted", 2, 2);
    }

    @Test
    @Consumes("stock.level")
    void remembersWhenThereWasNothingToSell() {
        var row = StockRow.id("KETTLE-17-dry", "hub_dry");
        level("dry", 1, 0, yesterday);
        level("dry", 2, 0, yesterday.plusSeconds(5));
        level("dry", 3, 8, yesterday.plusSeconds(60));
        level("dry", 4, 7, yesterday.plusSeconds(70));

        shop.eventually(() -> stockOuts.of(List.of(row)).get(row), out -> {
            assertThat(out).isNotNull();
            assertThat(out.turns()).hasSize(2);
            assertThat(out.out()).isFalse();
            assertThat(out.inStock(yesterday, yesterday.plusSeconds(240))).isEqualTo(0.75);
        });
    }

    @Test
    void refusesWhatItCannotTell() {
        assertProblem(shop.get("/api/demand-patterns/NEVER-SEEN"), 404, "not_found");
        assertProblem(shop.get("/api/demand-patterns/TEA?days=0"), 400, "invalid_days");
    }

    private void twice(String type, String name, String hub, long sequence) {
        var payload = Contracts.event(type)
                .replace("hld_1", "hld_" + name)
                .replace("ord_1", "ord_" + name)
                .replace("hub_1", hub)
                .replace("KETTLE-17", "KETTLE-17-" + name)
                .replace("TEA-50", "TEA-50-" + name)
                .replace("2026-11-01T10:00:00Z", yesterday.toString());
        events.publish(type, "ord_" + name, sequence, payload);
        events.publish(type, "ord_" + name, sequence, payload);
    }

    private void level(String name, long sequence, int available, Instant at) {
        var payload = Contracts.event("stock.level")
                .replace("KETTLE-17", "KETTLE-17-" + name)
                .replace("hub_1", "hub_" + name)
                .replace("\"available\": 8", "\"available\": " + available)
                .replace("2026-11-01T10:00:00Z", at.toString());
        events.publish("stock.level", StockRow.id("KETTLE-17-" + name, "hub_" + name), sequence, payload);
    }

    private void awaitDay(String name, int ordered, int cancelled) {
        shop.eventually(
                () -> shop.body(shop.get("/api/demand-patterns/KETTLE-17-" + name + "?days=2"))
                        .at("/hubs/0/days"),
                days -> {
                    assertThat(days.valueStream()
                                    .mapToInt(day -> day.path("ordered").asInt())
                                    .sum())
                            .isEqualTo(ordered);
                    assertThat(days.valueStream()
                                    .mapToInt(day -> day.path("cancelled").asInt())
                                    .sum())
                            .isEqualTo(cancelled);
                });
    }
}
