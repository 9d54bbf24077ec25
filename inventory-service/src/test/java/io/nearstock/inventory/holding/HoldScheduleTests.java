package io.nearstock.inventory.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nearstock.inventory.Instance;
import io.nearstock.testkit.simulation.Seeds;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of short stories about few units and many hands: this service's own steps on two instances, which take turns
 * at each read and write and die at any of them; messages are lost, repeated and late. A bad seed is in the message;
 * {@code -Dnearstock.seed=…} tells that story again.
 */
class HoldScheduleTests {

    private static final int SCHEDULES = 3000;
    private static final int BROKEN = 400;

    /**
     * Told of a refused transfer that kept its units for a day, as the one who refused it died before it told the row. Since
     * first holds travel together its steps are others, so it is a story like any.
     */
    private static final long FORGOT_A_REFUSAL = 5553249449658155864L;

    @Test
    void everyScheduleEndsInBalance() {
        var seeds = Seeds.of(SCHEDULES, FORGOT_A_REFUSAL);
        var databases = List.of(database(), database());
        var shops = databases.stream().map(SimulatedShop::new).toList();

        IntStream.range(0, 2).parallel().forEach(half -> {
            for (int i = half; i < seeds.length; i += 2) {
                var seed = seeds[i];
                assertThatCode(() -> shops.get(half).tell(seed))
                        .as("-Dnearstock.seed=" + seed)
                        .doesNotThrowAnyException();
            }
        });
        assertThat(databases)
                .extracting(SimulatedDatabase::together)
                .allSatisfy(journeys ->
                        assertThat(journeys).as("journeys of several holds").isGreaterThan(SCHEDULES / 100));
        assertThat(shops)
                .extracting(SimulatedShop::tombstones)
                .allSatisfy(tombstones ->
                        assertThat(tombstones).as("holds given up unheard").isGreaterThan(SCHEDULES / 1000));
    }

    /** What holds that travel together have of a row is there for all of them; without it a story ends badly. */
    @Test
    void noticesADatabaseThatIsBlindToWhatSeveralTakeTogether() {
        var shop = new SimulatedShop(SimulatedDatabase.blindTogetherTo(Instance.codecs(), "available"));

        assertThat(LongStream.range(0, BROKEN).anyMatch(seed -> endsBadly(shop, seed)))
                .isTrue();
    }

    /** Each of these conditions keeps the promise; without it a story among some hundred ends badly. */
    @ParameterizedTest
    @ValueSource(strings = {"available", "pending.id", "version"})
    void noticesADatabaseThatIsBlindTo(String condition) {
        var shop = new SimulatedShop(SimulatedDatabase.blindTo(Instance.codecs(), condition));

        assertThat(LongStream.range(0, BROKEN).anyMatch(seed -> endsBadly(shop, seed)))
                .isTrue();
    }

    private static boolean endsBadly(SimulatedShop shop, long seed) {
        try {
            shop.tell(seed);
            return false;
        } catch (AssertionError | RuntimeException _) {
            return true;
        }
    }

    private static SimulatedDatabase database() {
        return SimulatedDatabase.with(Instance.codecs());
    }
}
