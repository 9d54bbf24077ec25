package io.nearstock.inventory.replenishment;

import static io.nearstock.inventory.Shop.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.Stock;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is proposed of itself: once, whoever computes it, and a supplier is looked for where none brings it in time. */
@InventoryTest
class ProposeIT {

    private final Shop shop;
    private final PlanningSettings settings;
    private final Clock clock;
    private final Shelves shelves;

    ProposeIT(
            Shop shop,
            Stock stock,
            DemandForecasts forecasts,
            Propose propose,
            PlanningSettings settings,
            Clock clock) {
        this.shelves = new Shelves(shop, stock, forecasts, propose, settings, clock);
        this.shop = shop;
        this.settings = settings;
        this.clock = clock;
    }

    @Test
    void keepsOneOpenProposalHoweverManyComputeIt() {
        var hub = shelves.sells("ONCE", 5);
        shelves.offers("ONCE");
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(_ -> everybody.execute(() -> shelves.propose("ONCE")));
        }

        assertThat(shelves.list(hub)).hasSize(1);
        assertThat(shelves.first(hub).path("status").asString()).isEqualTo("proposed");
        assertThat(shelves.first(hub).path("quantity").asInt() % 6).isZero();

        shop.receive(hub, "ONCE", 5);
        shelves.propose("ONCE");
        assertThat(shelves.list(hub)).hasSize(1);
        assertThat(shelves.first(hub).path("position").asInt()).isEqualTo(10);

        shop.receive(hub, "ONCE", 500);
        shelves.propose("ONCE");
        assertThat(shelves.first(hub).path("status").asString()).isEqualTo("withdrawn");
    }

    @Test
    void looksForASupplierOfWhatNobodyOffers() {
        var hub = shelves.sells("ORPHAN", 5);
        shelves.propose("ORPHAN");

        assertThat(shelves.first(hub).path("problem").asString()).isEqualTo("no_offer");
        assertProblem(shop.post(Shelves.path(shelves.first(hub), "/approve"), ""), 409, "no_offer");
        assertThat(shop.sourcingRequests("ORPHAN")).hasSize(1);
    }

    /** Six go each day and the offer takes five: what is there for four days is not enough, 30 are. */
    @Test
    void looksForASupplierOnceWhereThoseThereAreBringItTooLate() {
        var late = shelves.sells("TOO-LATE", 29);
        shelves.sells("IN-TIME", 30);
        shelves.offers("TOO-LATE", "IN-TIME");
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(_ -> everybody.execute(() -> shelves.propose("TOO-LATE")));
        }
        shelves.propose("TOO-LATE");
        shelves.propose("IN-TIME");

        assertThat(shelves.first(late).path("status").asString()).isEqualTo("proposed");
        assertThat(shop.sourcingRequests("TOO-LATE"))
                .hasSize(1)
                .allSatisfy(request -> assertThat(request.path("neededBy").asString())
                        .isEqualTo(settings.dayOf(clock.instant()).plusDays(4).toString()));
        assertThat(shop.sourcingRequests("IN-TIME")).isEmpty();
    }

    /** Thirty last for the five days that the offer takes, not for six. */
    @Test
    void countsTheDaysOnWhichASupplierWorks() {
        var hub = shelves.sells("CLOSED-DAY", 30);
        shelves.offersAndIsClosed("CLOSED-DAY");

        shelves.propose("CLOSED-DAY");

        assertThat(shelves.first(hub).path("leadTimeDays").asInt()).isEqualTo(6);
        assertThat(shop.sourcingRequests("CLOSED-DAY")).hasSize(1);
    }
}
