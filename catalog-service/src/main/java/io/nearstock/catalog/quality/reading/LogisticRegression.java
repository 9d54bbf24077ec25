package io.nearstock.catalog.quality.reading;

import java.util.List;

/** With an L2 penalty, by dual coordinate descent (Yu, Huang, Lin 2011); what others are compared with. */
public final class LogisticRegression {

    private static final int ROUNDS = 15;
    private static final int HALVINGS = 30;

    private final float[] weights;
    private double bias;

    private LogisticRegression(int dimensions) {
        weights = new float[dimensions];
    }

    /**
     * Learns which rows are true.
     *
     * @param cost of each error, beside half the squared length of the weights
     */
    public static LogisticRegression fit(List<Vector> rows, List<Boolean> truth, double cost, int dimensions) {
        var regression = new LogisticRegression(dimensions);
        var duals = new double[rows.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int row = 0; row < duals.length; row++) {
                duals[row] = regression.step(rows.get(row), truth.get(row) ? 1 : -1, duals[row], cost);
            }
        }
        return regression;
    }

    public double probability(Vector row) {
        return 1 / (1 + Math.exp(-row.times(weights) - bias));
    }

    private double step(Vector row, int sign, double before, double cost) {
        var margin = sign * (row.times(weights) + bias);
        var curve = row.squaredLength() + 1;
        double least = 0;
        double most = cost;
        for (int halving = 0; halving < HALVINGS; halving++) {
            var dual = (least + most) / 2;
            var slope = Math.log(dual / (cost - dual)) + margin + (dual - before) * curve;
            least = slope < 0 ? dual : least;
            most = slope < 0 ? most : dual;
        }
        var change = sign * ((least + most) / 2 - before);
        row.addTo(weights, change);
        bias += change;
        return (least + most) / 2;
    }
}
