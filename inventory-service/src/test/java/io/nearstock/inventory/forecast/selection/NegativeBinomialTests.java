package io.nearstock.inventory.forecast.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are those of R's qpois and qnbinom. */
class NegativeBinomialTests {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.9, 0",
        "3, 1, 0.1, 1",
        "3, 1, 0.5, 3",
        "3, 1, 0.9, 5",
        "0.05, 1, 0.9, 0",
        "2, 3, 0.5, 1",
        "2, 3, 0.9, 5",
        "1000, 1, 0.9, 1041"
    })
    void quantilesAreThoseOfTheDistribution(double mean, double dispersion, double probability, double expected) {
        assertThat(new NegativeBinomial(mean, dispersion).quantile(probability)).isEqualTo(expected);
    }
}
