package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.LONDON;
import static io.nearstock.inventory.holding.EachWrite.attempt;
import static io.nearstock.inventory.holding.EachWrite.stockUp;
import static io.nearstock.inventory.holding.EachWrite.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.holding.TakeHold.Outcome.Gone;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock is taken for a hold, and whoever takes it comes to grief. */
class TakingStockIT {

    /** What one row has: it is taken before the hold is stored. */
    private static final Demand ONE = new Demand("chk_1", List.of(new Line("TEA", 2)), LONDON);

    private static final Demand ALL = new Demand("chk_1", List.of(new Line("TEA", 5)), LONDON);

    @AutoClose
    private final EachWrite eachWrite = new EachWrite();

    @ParameterizedTest
    @EnumSource
    void takingStockForAnOrder(Kind kind) {
        eachWrite.goesWrong(kind, _ -> {}, instance -> take(instance, "ord_1"), survivor -> {
            var again = take(survivor, "ord_1");

            assertThat(again.status()).isEqualTo(new Claimed("ord_1"));
            assertThat(again.allotment().left()).hasSize(2);
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isEqualTo(2);
            assertThat(survivor.row("MUG", "hub_berlin").allocated()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CRASH_IN_THE_MIDDLE") // no write of it has several parts
    void takingStockOfOneRow(Kind kind) {
        eachWrite.goesWrong(kind, _ -> {}, instance -> take(instance, ONE, null), survivor -> {
            var again = take(survivor, ONE, null);

            assertThat(again.status()).isInstanceOf(Held.class);
            assertThat(again.demand()).isEqualTo(ONE);
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isEqualTo(2);
        });
    }

    /** Nobody else can have them, and no attempt can have them twice. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CRASH_IN_THE_MIDDLE") // no write of it has several parts
    void takingAllOfOneRowForAnOrder(Kind kind) {
        eachWrite.goesWrong(kind, _ -> {}, instance -> take(instance, ALL, "ord_1"), survivor -> {
            var again = take(survivor, ALL, "ord_1");

            assertThat(again.status()).isEqualTo(new Claimed("ord_1"));
            assertThat(survivor.row("TEA", "hub_leeds").available()).isZero();
        });
    }

    /** A row that was taken for a hold which is nowhere yet: whoever asks again waits for the outcome, and then gets it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void askingAgainForWhatARowWasTakenFor(int units) {
        var wanted = new Demand("chk_1", List.of(new Line("TEA", units)), LONDON);
        var trouble = Trouble.at(2, Kind.CRASH_BEFORE, () -> {});
        try (var survivor = Instance.of(eachWrite.database(), eachWrite.clock());
                var unlucky = Instance.of(eachWrite.database(), eachWrite.clock(), trouble)) {
            stockUp(survivor);
            attempt(instance -> take(instance, wanted, null), unlucky);

            assertThat(survivor.the(Holds.class).find("hld_1")).isEmpty();
            assertThatThrownBy(() -> take(survivor, wanted, null)).isInstanceOf(UnavailableException.class);
            assertThat(survivor.the(Holds.class).find("hld_1")).isEmpty();
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isEqualTo(units);

            eachWrite.recover(survivor);
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isZero();
            assertThat(take(survivor, wanted, null).status()).isInstanceOf(Held.class);
            eachWrite.recover(survivor);
            eachWrite.assertAllIsWell(survivor, units + " units");
        }
    }

    @Test
    void askingForOtherLinesThanATombstoneHasHeardOf() {
        var trouble = Trouble.at(2, Kind.CRASH_BEFORE, () -> {});
        try (var survivor = Instance.of(eachWrite.database(), eachWrite.clock());
                var unlucky = Instance.of(eachWrite.database(), eachWrite.clock(), trouble)) {
            stockUp(survivor);
            attempt(instance -> take(instance, ONE, null), unlucky);
            eachWrite.recover(survivor);
            take(survivor, ONE, null);

            assertThat(survivor.the(TakeHold.class).take("hld_1", ALL, null))
                    .isEqualTo(new Gone("hold_reused", "The hold was asked for with other lines."));
        }
    }
}
