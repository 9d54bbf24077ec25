package io.nearstock.catalog.quality.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTests {

    private static final int LIMIT = 500;
    private static final int BATCHES = 2_000;

    /** Three standard deviations of how many in 2,000 have a chance of one in 100. */
    private static final int CHANCE = 13;

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final SplittableRandom random = new SplittableRandom(11);

    /** The rest of the product is {@code known} units of the same share, so the share itself is only estimated. */
    @ParameterizedTest
    @CsvSource({"0.02, 0.05, 500", "0.05, 0.05, 500", "0.05, 0.05, 0", "0.1, 0.05, 500", "0.3, 0.05, 1000"})
    void aBatchLikeTheRestSeldomRaisesAnAlarm(double share, double usual, int known) {
        var alarms = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var rest = new Batch(known, drawn(known, share));
            alarms += alarmAt(300, share, rest.share(usual)) < NEVER ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(BATCHES / LIMIT);
    }

    /** Nothing is known of the product, much of its category. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.3})
    void aNewProductLikeItsCategorySeldomRaisesAnAlarm(double share) {
        var alarms = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var category = new Batch(2_000, drawn(2_000, share)).share(0.05);
            alarms += alarmAt(300, share, new Batch(0, 0).share(category)) < NEVER ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(BATCHES / LIMIT);
    }

    @Test
    void aCategoryOfWhichLittleIsKnownIsTheSettings() {
        assertThat(new Batch(0, 0).share(0.05)).isEqualTo(0.05);
        assertThat(new Batch(100, 25).share(0.05)).isEqualTo(0.15);
    }

    /** Units that left after the alert: of the bad share that was seen, or of that which was expected. */
    @ParameterizedTest
    @CsvSource({"60, 20, 0.05, 60", "100, 15, 0.05, 230", "200, 60, 0.1, 90"})
    void anAlertSeldomEndsWhileThingsAreBadAndSoonOnceTheyAreNot(int units, int returned, double expected, int within) {
        var seen = new Batch(units, returned);
        var alert = Watch.ofReturns("prd_1/returns", Subject.product("prd_1"), seen, expected, Instant.EPOCH)
                .alerts()
                .getLast();
        var bad = new Tally(units, returned).share(expected);
        var mistaken = 0;
        var over = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            mistaken += isCalmWithin(300, alert, bad) ? 1 : 0;
            over += isCalmWithin(within, alert, expected) ? 1 : 0;
        }
        assertThat(mistaken).isLessThanOrEqualTo(BATCHES / 100 + CHANCE);
        assertThat(over).isGreaterThan(BATCHES * 9 / 10);
    }

    private boolean isCalmWithin(int units, Alert alert, double share) {
        var returned = 0;
        for (int unit = 1; unit <= units; unit++) {
            returned += random.nextDouble() < share ? 1 : 0;
            if (alert.isCalm(alert.calm(new Batch(unit, returned)))) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.2, 170", "0.05, 0.4, 60", "0.1, 0.4, 90"})
    void aBadBatchIsFoundWithinSoManyUnitsAsARule(double share, double bad, int within) {
        var found = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var rest = new Batch(500, drawn(500, share));
            found += alarmAt(within, bad, rest.share(0.05)) < NEVER ? 1 : 0;
        }
        assertThat(found).isGreaterThan(BATCHES / 2);
    }

    @Test
    void whatIsStillOutCountsAsStaying() {
        assertThat(new Batch(20, 5).evidence(0.05)).isGreaterThan(new Batch(40, 5).evidence(0.05));
        assertThat(new Batch(20, 0).evidence(0.05)).isLessThan(1);
    }

    @Test
    void ofMoreReturnsThanUnitsNothingFollows() {
        assertThat(new Batch(2, 3).isKnown()).isFalse();
        assertThat(new Batch(3, 3).isKnown()).isTrue();
    }

    @Test
    void theRestIsWithoutTheBatch() {
        assertThat(new Batch(20, 5).rest(new Batch(120, 6))).isEqualTo(new Batch(100, 1));
        assertThat(new Batch(20, 5).rest(new Batch(10, 6))).isEqualTo(new Batch(0, 0));
    }

    /** One unit leaves a day; what comes back does so 3 to 30 days later. After how many units the alarm is raised. */
    private double alarmAt(int units, double share, double rest) {
        var due = new PriorityQueue<Integer>();
        var returned = 0;
        for (int day = 1; day <= units + 30; day++) {
            if (day <= units && random.nextDouble() < share) {
                due.add(day + random.nextInt(3, 31));
            }
            while (!due.isEmpty() && due.peek() <= day) {
                due.remove();
                returned++;
                if (new Batch(Math.min(day, units), returned).evidence(rest) >= LIMIT) {
                    return day;
                }
            }
        }
        return NEVER;
    }

    private int drawn(int units, double share) {
        var returned = 0;
        for (int unit = 0; unit < units; unit++) {
            returned += random.nextDouble() < share ? 1 : 0;
        }
        return returned;
    }
}
