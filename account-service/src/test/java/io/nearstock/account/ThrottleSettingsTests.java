package io.nearstock.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.account.ThrottleSettings.Limit;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleSettingsTests {

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 1", "6, 2", "10, 32", "13, 256", "14, 300", "1000000, 300"})
    void eachFailureBeyondTheFreeOnesDoublesTheWaitUpToTheLongest(long failures, long seconds) {
        var limit = new Limit(5, Duration.ofMinutes(5), Duration.ofHours(1));

        assertThat(limit.waitAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
