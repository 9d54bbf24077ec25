package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedbackTests {

    @Test
    void saysNothingAgainstWhoeverHasNoAlert() {
        assertThat(Feedback.of(List.of(), NOW)).isEqualTo(new Feedback(1, List.of()));
    }

    @Test
    void countsAProductOnceByItsNewestAlert() {
        var burst = List.of(alert("qal_3", "MUG", 0), alert("qal_2", "MUG", 0), alert("qal_1", "MUG", 400));

        assertThat(Feedback.of(burst, NOW).value()).isEqualTo(0.8);
        assertThat(Feedback.of(burst, NOW).alerts())
                .singleElement()
                .matches(counted -> counted.alertId().equals("qal_3") && counted.weight() == 1);
    }

    @Test
    void forgetsByHalvesAndNeverFallsToNothing() {
        assertThat(Feedback.of(List.of(alert("qal_1", "MUG", 90)), NOW).weight())
                .isCloseTo(0.5, within(1e-9));
        var hundred = IntStream.range(0, 100)
                .mapToObj(number -> alert("qal_" + number, "MUG-" + number, 0))
                .toList();

        assertThat(Feedback.of(hundred, NOW).value()).isBetween(0.03, 0.05);
    }

    @Test
    void lowersTheQualityOfAScoreAndNothingElse() {
        var today = NOW.atZone(ZoneOffset.UTC).toLocalDate();
        var silent = Score.of(List.of(), List.of(), List.of(), Feedback.of(List.of(), NOW), today);
        var blamed =
                Score.of(List.of(), List.of(), List.of(), Feedback.of(List.of(alert("qal_1", "MUG", 0)), NOW), today);

        assertThat(silent.quality()).isNull();
        assertThat(blamed.quality()).isEqualTo(0.8);
        assertThat(blamed.overall()).isEqualTo(0.8);
    }

    private static QualityAlert alert(String id, String sku, int daysAgo) {
        return new QualityAlert(id, "sup_1", sku, "L-1", "durability", NOW.minus(Duration.ofDays(daysAgo)));
    }
}
