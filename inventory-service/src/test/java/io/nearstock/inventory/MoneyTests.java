package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

    /** Gold and test codes have no minor unit, yen has none that is smaller. */
    @ParameterizedTest
    @CsvSource({"GBP, true", "JPY, true", "XAU, false", "XXX, false", "XXQ, false", "gbp, false"})
    void isOfACurrencyThatAmountsCanBeIn(String code, boolean expected) {
        assertThat(Money.isCurrency(code)).isEqualTo(expected);
    }
}
