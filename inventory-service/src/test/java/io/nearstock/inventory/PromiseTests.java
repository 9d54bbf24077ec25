package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTests {

    private final Promise promise =
            new Promise(new PromiseSettings(LocalTime.of(14, 0), ZoneId.of("Europe/London"), 500));

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T13:59:59Z,   0, 2026-11-03",
        "2026-11-02T13:59:59Z, 500, 2026-11-03",
        "2026-11-02T13:59:59Z, 501, 2026-11-04",
        "2026-11-02T14:00:00Z, 100, 2026-11-04",
        "2026-07-01T13:00:00Z, 100, 2026-07-03",
        "2026-12-31T23:00:00Z,   1, 2027-01-02",
    })
    void dependsOnCutOffAndDistance(Instant orderedAt, double km, String promised) {
        assertThat(promise.date(km, orderedAt)).isEqualTo(promised);
    }
}
