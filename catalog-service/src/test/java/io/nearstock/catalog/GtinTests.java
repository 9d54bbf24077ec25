package io.nearstock.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GtinTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
        40170725,       true
        036000291452,   true
        4006381333931,  true
        10012345678902, true
        4006381333932,  false
        400638133393,   false
        006381333931,   false
        123456789,      false
        '40 170725',    false
        '',             false
        """)
    void isRightWhereItsLastDigitIs(String number, boolean right) {
        assertThat(Gtin.CheckDigit.isRight(number)).isEqualTo(right);
    }

    /** The scheme finds each single wrong digit, as 3 and 10 have no common divisor. */
    @Test
    void noSingleDigitCanBeMistyped() {
        var random = new Random(41);
        for (int place = 0; place < 13; place++) {
            var digits = "4006381333931".toCharArray();
            digits[place] = (char) ('0' + (digits[place] - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(Gtin.CheckDigit.isRight(new String(digits))).isFalse();
        }
    }
}
