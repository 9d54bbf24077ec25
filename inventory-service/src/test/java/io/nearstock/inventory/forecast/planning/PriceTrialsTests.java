package io.nearstock.inventory.forecast.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.PriceTrial;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import io.nearstock.inventory.forecast.Specials;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PriceTrialsTests {

    private static final double RATIO = 800.0 / 1000;

    /** Two a day at 10.00 for 40 days, then three a day at 8.00 for 20. */
    @Test
    void comparesWholeWeeksBeforeAndAfterAChange() {
        var trials = PriceTrials.of(sold(40, 2, 60, 3, Map.of(0, 1000f, 40, 800f)));

        assertThat(trials).containsExactly(new PriceTrial(RATIO, 28, 56, 14, 42));
    }

    @Test
    void aChangeThatDidNotLastAWeekTellsNothing() {
        assertThat(PriceTrials.of(sold(40, 2, 46, 3, Map.of(0, 1000f, 40, 800f))))
                .isEmpty();
        assertThat(PriceTrials.of(sold(40, 2, 60, 3, Map.of(0, 1000f, 40, 800f, 45, 1000f, 52, 900f))))
                .hasSize(1)
                .allSatisfy(trial -> assertThat(trial.daysAfter()).isEqualTo(7));
    }

    @Test
    void specialDaysTellNothing() {
        var series = sold(40, 2, 60, 3, Map.of(0, 1000f, 40, 800f))
                .with(Specials.of(Map.of(39, List.of("promotion"), 41, List.of("promotion"))));

        assertThat(PriceTrials.of(series)).containsExactly(new PriceTrial(RATIO, 27, 54, 13, 39));
    }

    @Test
    void whatCostsTheSameAllTheTimeTellsNothing() {
        assertThat(PriceTrials.of(sold(40, 2, 60, 3, Map.of(0, 1000f)))).isEmpty();
        assertThat(PriceTrials.of(sold(40, 2, 60, 3, Map.of()))).isEmpty();
        assertThat(PriceTrials.of(sold(40, 0, 60, 0, Map.of(0, 1000f, 40, 800f))))
                .isEmpty();
    }

    private static Series sold(int change, float before, int days, float after, Map<Integer, Float> prices) {
        var sold = new float[days];
        Arrays.fill(sold, 0, change, before);
        Arrays.fill(sold, change, days, after);
        return new Series(
                new SeriesKey("CANDLE", "home/candles", "home", "hub_1", ""),
                PriceSteps.of(new TreeMap<>(prices)),
                sold);
    }
}
