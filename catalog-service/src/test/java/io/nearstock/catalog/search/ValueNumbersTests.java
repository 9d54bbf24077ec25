package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ValueNumbersTests {

    private final ValueNumbers numbers = new ValueNumbers(value -> value.toLowerCase(Locale.ROOT));

    @Test
    void giveAValueOneNumberForAllSegments() {
        var red = numbers.take("red");

        assertThat(numbers.take("red")).isEqualTo(red).isPositive();
        assertThat(numbers.take("blue")).isNotEqualTo(red);
        assertThat(numbers.value(red)).isEqualTo("red");
    }

    @Test
    void forgetAValueWithTheLastSegmentThatHasIt() {
        var red = numbers.take("red");
        numbers.take("red");
        numbers.release(new int[] {red});

        assertThat(numbers.take("blue")).isNotEqualTo(red);
        numbers.release(new int[] {red});

        assertThat(numbers.take("green")).isEqualTo(red);
        assertThat(numbers.value(red)).isEqualTo("green");
    }

    @Test
    void knowWhatFiltersDoNotTellApart() {
        var written = numbers.take("Red");
        var other = numbers.take("red");

        assertThat(other).isNotEqualTo(written);
        assertThat(numbers.alike(other))
                .isEqualTo(numbers.alike(written))
                .isNotEqualTo(numbers.alike(numbers.take("b")));
    }

    @Test
    void growWithWhatThereIs() {
        for (int number = 0; number < 1_000; number++) {
            numbers.take("V" + number);
        }
        for (int number = 0; number < 1_000; number++) {
            var again = numbers.take("V" + number);
            assertThat(numbers.value(again)).isEqualTo("V" + number);
            assertThat(numbers.alike(again)).isLessThan(numbers.size());
        }
        assertThat(numbers.size()).isEqualTo(1_001);
    }
}
