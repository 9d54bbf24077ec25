package io.nearstock.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nearstock.testkit.simulation.Seeds;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of short stories about three orders: this service's own steps on two instances, which take turns at each
 * read, write and call, and die at any of them; requests, answers and callbacks are lost, repeated and late. A bad seed
 * is in the message; {@code -Dnearstock.seed=…} tells that story again.
 */
class OrderScheduleTests {

    private static final int SCHEDULES = 5000;
    private static final int BROKEN = 400;

    /** A request came again after a crash, was offered another total, and was lent the first one's intent. */
    private static final long ENDED_BADLY_ONCE = -6039388903833050687L;

    @Test
    void everyScheduleEndsWell() {
        var seeds = Seeds.of(SCHEDULES, ENDED_BADLY_ONCE);
        var markets = IntStream.range(0, 2)
                .mapToObj(_ -> new SimulatedMarket(SimulatedDatabase.with(SimulatedInstance.codecs())))
                .toList();

        IntStream.range(0, 2).parallel().forEach(half -> {
            for (int i = half; i < seeds.length; i += 2) {
                var seed = seeds[i];
                assertThatCode(() -> markets.get(half).tell(seed))
                        .as("-Dnearstock.seed=" + seed)
                        .doesNotThrowAnyException();
            }
        });
    }

    /** Each of these conditions keeps the promise; without it a story among some hundred ends badly. */
    @ParameterizedTest
    @ValueSource(strings = {"version", "status.name"})
    void noticesADatabaseThatIsBlindTo(String condition) {
        var market = new SimulatedMarket(SimulatedDatabase.blindTo(SimulatedInstance.codecs(), condition));

        assertThat(LongStream.range(0, BROKEN).anyMatch(seed -> endsBadly(market, seed)))
                .isTrue();
    }

    private static boolean endsBadly(SimulatedMarket market, long seed) {
        try {
            market.tell(seed);
            return false;
        } catch (AssertionError | RuntimeException _) {
            return true;
        }
    }
}
