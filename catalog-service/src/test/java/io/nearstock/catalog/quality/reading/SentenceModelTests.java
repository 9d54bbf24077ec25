package io.nearstock.catalog.quality.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SentenceModelTests {

    private static double likeness(float[] one, float[] other) {
        return Vector.dense(one).times(other);
    }

    @Test
    void whatMeansTheSameInOtherWordsIsNearerThanWhatDoesNot() throws IOException {
        try (var model = SentenceModel.load()) {
            var unhappy = model.of(new ReviewText("", "I am sending it back"));
            var same = model.of(new ReviewText("", "This will be returned to the shop"));
            var happy = model.of(new ReviewText("", "My favourite dress of the summer"));
            assertThat(likeness(unhappy, same)).isGreaterThan(likeness(unhappy, happy) + 0.05);
        }
    }
}
