package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.BackOrderTerms;
import io.nearstock.inventory.BackOrders;
import io.nearstock.inventory.BackOrders.Waiting;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.Transition;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Transition.Progress;
import io.nearstock.inventory.holding.TakeHold.Outcome;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.holding.TakeHold.Outcome.TooLittle;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Units that are sold before they come: up to the limit, and the oldest promise is served first. */
class BackOrderIT {

    private static final LocalDate SHIPS_ON = LocalDate.parse("2026-11-20");

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final TestClock clock = new TestClock();

    @AutoClose
    private final Instance shop = Instance.of(mongo.database(), clock);

    @Test
    void servesTheOldestFirstAndLetsNothingLeaveThatHasNotCome() {
        shop.open("hub_leeds", "Leeds", LEEDS);
        Goods.receive(shop, "rcp_1", "hub_leeds", new Line("TEA", 1));
        allow(3);

        var first = take("hld_2", 2);
        take("hld_1", 2);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> assertThat(taken.hold()
                                        .allotment()
                                        .shipments()
                                        .getFirst()
                                        .promisedDate())
                                .isEqualTo(SHIPS_ON.plusDays(1)));
        assertThat(take("hld_3", 1)).isInstanceOf(TooLittle.class);
        assertThat(waiting()).containsExactly("hld_2 1", "hld_1 2");
        assertThat(ship("hld_2", 2)).isInstanceOf(Contradiction.class);
        assertThat(ship("hld_2", 1)).isInstanceOf(Progress.class);

        Goods.receive(shop, "rcp_2", "hub_leeds", new Line("TEA", 2));
        allow(0);

        assertThat(waiting()).containsExactly("hld_1 1");
        assertThat(take("hld_4", 1)).isInstanceOf(TooLittle.class);
        assertThat(shop.the(MoveHold.class).ship("hld_2", "shp_rest", tea(1))).isInstanceOf(Progress.class);
        assertThat(ship("hld_1", 2)).isInstanceOf(Contradiction.class);

        Goods.receive(shop, "rcp_3", "hub_leeds", new Line("TEA", 2));

        assertThat(waiting()).isEmpty();
        assertThat(ship("hld_1", 2)).isInstanceOf(Progress.class);
        assertThat(shop.row("TEA", "hub_leeds").available()).isEqualTo(1);
        Books.settleTouched(shop);
        assertThat(Books.differences(shop)).isEmpty();
    }

    @Test
    void passesOverAHubThatWaitsLongerWhileOthersHaveRoom() {
        shop.open("hub_london", "London", LONDON);
        shop.open("hub_leeds", "Leeds", LEEDS);
        allow("hub_london", 3, SHIPS_ON.plusDays(30));
        allow("hub_leeds", 3, SHIPS_ON);

        assertThat(sent(take("hld_1", 2))).containsExactly("hub_leeds 2 on " + SHIPS_ON.plusDays(1));
        assertThat(sent(take("hld_2", 2))).containsExactly("hub_london 2 on " + SHIPS_ON.plusDays(31));
        assertThat(sent(take("hld_3", 2)))
                .containsExactly("hub_london 1 on " + SHIPS_ON.plusDays(31), "hub_leeds 1 on " + SHIPS_ON.plusDays(1));
        assertThat(take("hld_4", 1)).isInstanceOf(TooLittle.class);
        assertThat(shop.the(Holds.class).find("hld_1").orElseThrow().allotment().reason())
                .endsWith(" London is passed over: it has to wait for some of it, and would bring it on "
                        + SHIPS_ON.plusDays(31) + " only.");
    }

    private static List<String> sent(Outcome outcome) {
        return outcome instanceof Taken(var hold)
                ? hold.allotment().shipments().stream()
                        .map(shipment -> shipment.hubId() + " "
                                + shipment.lines().getFirst().quantity() + " on " + shipment.promisedDate())
                        .toList()
                : List.of();
    }

    @Test
    void passesOnWhatIsGivenBack() {
        shop.open("hub_leeds", "Leeds", LEEDS);
        Goods.receive(shop, "rcp_1", "hub_leeds", new Line("TEA", 2));
        allow(5);
        take("hld_a", 2);
        take("hld_b", 2);
        take("hld_c", 1);
        assertThat(waiting()).containsExactly("hld_b 2", "hld_c 1");

        shop.the(MoveHold.class).release("hld_a", "customer");

        assertThat(waiting()).containsExactly("hld_c 1");
    }

    private void allow(int limit) {
        allow("hub_leeds", limit, SHIPS_ON);
    }

    private void allow(String hub, int limit, LocalDate shipsOn) {
        var terms = limit == 0 ? null : new BackOrderTerms(limit, shipsOn);
        shop.the(Stock.class).backOrder("TEA", hub, terms, clock.instant());
    }

    private Outcome take(String hold, int quantity) {
        clock.pass(Duration.ofSeconds(1));
        return shop.the(TakeHold.class)
                .take(hold, new Demand(hold, List.of(new Line("TEA", quantity)), LONDON), "ord_" + hold);
    }

    private Transition ship(String hold, int quantity) {
        return shop.the(MoveHold.class).ship(hold, "shp_" + hold + quantity, tea(quantity));
    }

    private static List<Portion> tea(int quantity) {
        return List.of(new Portion("TEA", "hub_leeds", quantity));
    }

    private List<String> waiting() {
        return shop.the(BackOrders.class).of(StockRow.id("TEA", "hub_leeds")).stream()
                .map(BackOrderIT::told)
                .toList();
    }

    private static String told(Waiting waiting) {
        return waiting.holdId() + " " + waiting.missing();
    }
}
