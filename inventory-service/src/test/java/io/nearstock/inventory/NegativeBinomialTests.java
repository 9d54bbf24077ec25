package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        "501, 1, 0.1, 472",
        "501, 1, 0.5, 501",
        "501, 1, 0.95, 538",
        "1000, 1, 0.9, 1041",
        "1000, 1, 0.95, 1052",
        "1000, 10, 0.95, 1170",
    })
    void quantilesAreThoseOfTheDistribution(double mean, double dispersion, double probability, int expected) {
        assertThat(new NegativeBinomial(mean, dispersion).quantile(probability)).isEqualTo(expected);
    }

    /** Where the normal alone is off by up to 43. */
    @ParameterizedTest
    @CsvSource({
        "501, 30, 0.1, 352",
        "501, 30, 0.99, 829",
        "501, 10, 0.1, 413",
        "501, 10, 0.975, 648",
        "1000, 30, 0.5, 990",
        "1000, 30, 0.99, 1446",
        "3000, 30, 0.975, 3615",
    })
    void isNearTheDistributionWhereItIsSkewed(double mean, double dispersion, double probability, int expected) {
        assertThat(new NegativeBinomial(mean, dispersion).quantile(probability)).isCloseTo(expected, within(2));
    }
}
