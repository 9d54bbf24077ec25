package io.nearstock.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nearstock.testkit.simulation.Seeds;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many short stories about six checkouts and a budget of two: this service's own steps on two instances, which take turns
 * at each read and write and die at any of them. A bad seed is in the message; {@code -Dnearstock.seed=…} tells that story
 * again.
 */
class RedemptionScheduleTests {

    private static final int SCHEDULES = 1000;
    private static final int BROKEN = 3000;

    @Test
    void everyScheduleEndsWell() {
        var till = new SimulatedTill(SimulatedDatabase.with(SimulatedTill.CODECS));

        for (var seed : Seeds.of(SCHEDULES)) {
            assertThatCode(() -> till.tell(seed)).as("-Dnearstock.seed=" + seed).doesNotThrowAnyException();
        }
    }

    /** Each of these conditions keeps the promise; without it a story among some hundred ends badly. */
    @ParameterizedTest
    @ValueSource(strings = {"version", "uses spend", "seq"})
    void noticesADatabaseThatIsBlindTo(String conditions) {
        var till = new SimulatedTill(SimulatedDatabase.blindTo(SimulatedTill.CODECS, conditions.split(" ", -1)));

        assertThat(LongStream.range(0, BROKEN).anyMatch(seed -> endsBadly(till, seed)))
                .isTrue();
    }

    private static boolean endsBadly(SimulatedTill till, long seed) {
        try {
            till.tell(seed);
            return false;
        } catch (AssertionError | RuntimeException _) {
            return true;
        }
    }
}
