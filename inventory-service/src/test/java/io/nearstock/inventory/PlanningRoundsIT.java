package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PlanningRoundsIT {

    private static final Duration LEASE = Duration.ofMinutes(10);

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    @AutoClose
    private final Instance shop = Instance.of(mongo.database(), new TestClock());

    private final PlanningRounds rounds = shop.the(PlanningRounds.class);

    @Test
    void goesOverAllRowsPartByPartUntilTheNextRound() {
        stock("A", "B", "C");

        var first = rounds.take("test", NOW, LEASE).orElseThrow();
        assertThat(rounds.take("test", NOW, LEASE)).isEmpty();
        var part = rounds.rows(first, 2);
        assertThat(part).extracting(StockRow::sku).containsExactly("A", "B");
        rounds.done(first, part, 2, NOW, NOW.plusSeconds(3600));

        var second = rounds.take("test", NOW, LEASE).orElseThrow();
        var rest = rounds.rows(second, 2);
        assertThat(rest).extracting(StockRow::sku).containsExactly("C");
        rounds.done(second, rest, 2, NOW, NOW.plusSeconds(3600));

        assertThat(rounds.take("test", NOW.plusSeconds(3599), LEASE)).isEmpty();
        assertThat(rounds.take("test", NOW.plusSeconds(3600), LEASE))
                .hasValueSatisfying(again -> assertThat(rounds.rows(again, 2))
                        .extracting(StockRow::sku)
                        .containsExactly("A", "B"));
    }

    @Test
    void leavesAPartToAnotherWhoseFormerOwnerThenMovesNothingOn() {
        stock("A", "B");
        var slow = rounds.take("test", NOW, LEASE).orElseThrow();
        var later = NOW.plus(LEASE);

        var taken = rounds.take("test", later, LEASE).orElseThrow();
        assertThat(taken.after()).isEmpty();
        rounds.done(slow, rounds.rows(slow, 1), 1, later, later);

        assertThat(rounds.take("test", later, LEASE)).isEmpty();
        rounds.done(taken, rounds.rows(taken, 1), 1, later, later);
        assertThat(rounds.take("test", later, LEASE).orElseThrow().after()).isEqualTo("A@hub_1");
    }

    private void stock(String... skus) {
        shop.open("hub_1", "Leeds", LEEDS);
        List.of(skus).forEach(sku -> Goods.receive(shop, "rcp_" + sku, "hub_1", new Line(sku, 1)));
    }
}
