package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.StockOut.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockOutTests {

    private static final Instant MORNING = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant EVENING = MORNING.plus(Duration.ofDays(1));

    private static Turn out(int hour) {
        return new Turn(MORNING.plus(Duration.ofHours(hour)), true);
    }

    private static Turn back(int hour) {
        return new Turn(MORNING.plus(Duration.ofHours(hour)), false);
    }

    private static double inStock(Turn... turns) {
        return new StockOut("TEA@hub_1", turns[turns.length - 1].out(), List.of(turns)).inStock(MORNING, EVENING);
    }

    @Test
    void tellsTheShareOfADayThatHadSomething() {
        assertThat(inStock(out(6), back(18))).isEqualTo(0.5);
        assertThat(inStock(out(6))).isEqualTo(0.25);
        assertThat(inStock(out(-30), back(12))).isEqualTo(0.5);
        assertThat(inStock(out(2), back(4), out(20), back(22))).isEqualTo(20 / 24.0);
    }

    @Test
    void tellsNothingOfOtherDays() {
        assertThat(inStock(out(-30))).isZero();
        assertThat(inStock(out(-30), back(-2))).isEqualTo(1);
        assertThat(inStock(out(25))).isEqualTo(1);
    }

    /** What was forgotten before the first turn counts as a time with stock. */
    @Test
    void takesForgottenTimesAsInStock() {
        assertThat(inStock(back(12))).isEqualTo(1);
    }
}
