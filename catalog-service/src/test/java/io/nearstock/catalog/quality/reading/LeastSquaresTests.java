package io.nearstock.catalog.quality.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeastSquaresTests {

    private static final double RIDGE = 0.5;
    private final Random random = new Random(9);
    private final List<Vector> rows = IntStream.range(0, 80)
            .mapToObj(_ -> Vector.dense(new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()}))
            .toList();
    private final double[] targets = random.doubles(80, 1, 5).toArray();

    /** What the weights lose, with the penalty on their length. */
    private double loss(float[] weights) {
        var mean = mean(targets);
        double loss = RIDGE * Vector.dense(weights).squaredLength();
        for (int row = 0; row < targets.length; row++) {
            var error = targets[row] - mean - rows.get(row).times(weights);
            loss += error * error;
        }
        return loss;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @Test
    void noOtherWeightsNearbyLoseLess() {
        var weights = LeastSquares.fit(rows, targets, RIDGE, 3);
        var least = loss(weights);
        for (int place = 0; place < 3; place++) {
            for (var step : new float[] {-0.05f, 0.05f}) {
                var moved = weights.clone();
                moved[place] += step;
                assertThat(loss(moved)).isGreaterThan(least);
            }
        }
    }

    @Test
    void theSameRowsGiveTheSameModel() {
        assertThat(LeastSquares.fit(rows, targets, RIDGE, 3))
                .containsExactly(LeastSquares.fit(rows, targets, RIDGE, 3));
    }

    @Test
    void calibratedProbabilitiesAddUpToTheLowOnes() {
        var examples = rows.stream()
                .map(row -> new Calibration.Example(
                        row.times(new float[] {1, 0, 0}), row.times(new float[] {0, 1, 0}), random.nextInt(3) == 0))
                .toList();
        var calibration = Calibration.of(examples);
        var sum = examples.stream()
                .mapToDouble(example -> calibration.probability(example.first(), example.second()))
                .sum();
        double lows =
                examples.stream().mapToInt(example -> example.low() ? 1 : 0).sum();
        assertThat(sum).isEqualTo(lows, within(0.05));
    }
}
