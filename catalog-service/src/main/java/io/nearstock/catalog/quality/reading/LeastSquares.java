package io.nearstock.catalog.quality.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Ridge regression by dual coordinate ascent (Shalev-Shwartz, Zhang 2013). The same rows give the same model. */
final class LeastSquares {

    private static final int ROUNDS = 60;
    private static final double ENOUGH = 1e-3;
    private static final long SEED = 4;

    private LeastSquares() {}

    /** Weights that, times a row, come near its target less the mean of all targets. */
    static float[] fit(List<Vector> rows, double[] targets, double ridge, int dimensions) {
        var mean = Arrays.stream(targets).average().orElse(0);
        var weights = new float[dimensions];
        var duals = new double[rows.size()];
        var order = IntStream.range(0, duals.length).toArray();
        var random = new Random(SEED);
        double moved = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && moved > ENOUGH * duals.length; round++) {
            shuffle(order, random);
            moved = 0;
            for (var row : order) {
                moved += Math.abs(step(rows.get(row), targets[row] - mean, ridge, weights, duals, row));
            }
        }
        return weights;
    }

    private static double step(Vector row, double target, double ridge, float[] weights, double[] duals, int place) {
        var change = (target - row.times(weights) - duals[place]) / (1 + row.squaredLength() / ridge);
        duals[place] += change;
        row.addTo(weights, change / ridge);
        return change;
    }

    private static void shuffle(int[] order, Random random) {
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[other];
            order[other] = kept;
        }
    }
}
