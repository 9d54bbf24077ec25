package io.nearstock.inventory.holding;

import static io.nearstock.inventory.HoldFixtures.LONDON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Trouble;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.holding.TakeHold.Outcome.TakenBefore;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A hold is asked for that is there, and of which no row knows any more: only the hold itself can say so, once its units have been
 * taken a second time. They go back, whatever happens to whoever took them, and nobody else is refused for it.
 */
class AskingAgainIT {

    private static final Demand ONE = wanted("chk_1", 2);

    @AutoClose
    private final EachWrite eachWrite = new EachWrite();

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CRASH_IN_THE_MIDDLE") // no write of it has several parts
    void keepsWhatIsHeldOnce(Kind kind) {
        eachWrite.goesWrong(kind, this::takeAndRest, instance -> EachWrite.take(instance, ONE, null), survivor -> {
            assertThat(EachWrite.take(survivor, ONE, null).status()).isInstanceOf(Held.class);
            eachWrite.recover(survivor);
            assertThat(survivor.row("TEA", "hub_leeds").allocated()).isEqualTo(2);
        });
    }

    @Test
    void refusesNobodyForWhatGoesBack() {
        try (var shop = Instance.of(eachWrite.database(), eachWrite.clock())) {
            EachWrite.stockUp(shop);
            takeAndRest(shop);
            var asleep = Trouble.at(
                    2,
                    Kind.PAUSE,
                    () -> assertThatThrownBy(() -> take(shop, "hld_2")).isInstanceOf(UnavailableException.class));

            try (var slow = Instance.of(eachWrite.database(), eachWrite.clock(), asleep)) {
                assertThat(slow.the(TakeHold.class).take("hld_1", ONE, null)).isInstanceOf(TakenBefore.class);
            }

            assertThat(asleep.happened()).isTrue();
            assertThat(take(shop, "hld_2")).isInstanceOf(Taken.class);
            eachWrite.recover(shop);
            eachWrite.assertAllIsWell(shop, "asked again");
        }
    }

    private static TakeHold.Outcome take(Instance instance, String hold) {
        return instance.the(TakeHold.class).take(hold, wanted("chk_2", 3), null);
    }

    private static Demand wanted(String reference, int units) {
        return new Demand(reference, List.of(new Line("TEA", units)), LONDON);
    }

    private void takeAndRest(Instance shop) {
        EachWrite.take(shop, ONE, null);
        eachWrite.recover(shop);
    }
}
