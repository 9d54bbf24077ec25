package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticityTests {

    private static final double GENERAL = 2.62;

    @Test
    void isWhatProductsShowInGeneralWhereNothingWasTried() {
        var elasticity = Elasticity.of(List.of());

        assertThat(elasticity.mean()).isCloseTo(GENERAL, within(0.2));
        assertThat(elasticity.low()).isBetween(0.3, 1.5);
        assertThat(elasticity.high()).isBetween(4.0, 5.0);
        assertThat(elasticity.trials()).isZero();
    }

    /** A fifth off, and so many more units in four weeks. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 4})
    void followsWhatWasSoldOnceEnoughWas(double truth) {
        var before = 4000.0;
        var trial = new PriceTrial(0.8, 28, before, 28, before * Math.pow(0.8, -truth));

        var elasticity = Elasticity.of(List.of(trial));

        assertThat(elasticity.mean()).isCloseTo(truth, within(0.2));
        assertThat(elasticity.low()).isLessThan(elasticity.mean());
        assertThat(elasticity.high()).isGreaterThan(elasticity.mean());
    }

    @Test
    void fewSalesMoveItLittleAndMoreTrialsMoveItFurther() {
        var insensitive = new PriceTrial(0.8, 28, 10, 28, 10);

        var once = Elasticity.of(List.of(insensitive));
        var often = Elasticity.of(Collections.nCopies(20, insensitive));

        assertThat(once.mean()).isBetween(often.mean(), GENERAL);
        assertThat(often.mean()).isLessThan(1);
        assertThat(often.high() - often.low()).isLessThan(once.high() - once.low());
        assertThat(often.trials()).isEqualTo(20);
    }

    /** The level of demand drops out, so a rise tells the same as a fall. */
    @Test
    void aRiseTellsWhatAFallTells() {
        var fall = Elasticity.of(List.of(new PriceTrial(0.8, 28, 100, 28, 150)));
        var rise = Elasticity.of(List.of(new PriceTrial(1.25, 28, 150, 28, 100)));

        assertThat(rise.mean()).isCloseTo(fall.mean(), within(1e-9));
    }

    @Test
    void windowsNeedNotBeAsLong() {
        var longer = Elasticity.of(List.of(new PriceTrial(0.8, 28, 4000, 7, 1000)));

        assertThat(longer.mean()).isLessThan(0.5);
    }
}
