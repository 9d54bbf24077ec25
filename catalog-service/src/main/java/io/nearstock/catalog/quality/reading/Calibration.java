package io.nearstock.catalog.quality.reading;

import java.util.List;

/** From two scores to a probability (Platt 1999, with two scores): a logistic regression by Newton's method. */
record Calibration(double bias, double first, double second) {

    private static final int ROUNDS = 25;
    private static final double RIDGE = 1e-3;

    record Example(double first, double second, boolean low) {}

    double probability(double firstScore, double secondScore) {
        return 1 / (1 + Math.exp(-(bias + first * firstScore + second * secondScore)));
    }

    static Calibration of(List<Example> examples) {
        var fitted = new Calibration(0, 0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            fitted = fitted.better(examples);
        }
        return fitted;
    }

    private Calibration better(List<Example> examples) {
        double[] at = {bias, first, second};
        var slope = new double[3];
        var curve = new double[3][3];
        for (int row = 0; row < 3; row++) {
            slope[row] = -RIDGE * at[row];
            curve[row][row] = RIDGE;
        }
        for (var example : examples) {
            double[] scores = {1, example.first(), example.second()};
            var said = probability(example.first(), example.second());
            for (int row = 0; row < 3; row++) {
                slope[row] += scores[row] * ((example.low() ? 1 : 0) - said);
                for (int column = 0; column < 3; column++) {
                    curve[row][column] += scores[row] * scores[column] * said * (1 - said);
                }
            }
        }
        solve(curve, slope);
        return new Calibration(bias + slope[0], first + slope[1], second + slope[2]);
    }

    /** Gauss; the ridge keeps each pivot positive. */
    private static void solve(double[][] matrix, double[] right) {
        for (int pivot = 0; pivot < right.length; pivot++) {
            for (int row = 0; row < right.length; row++) {
                if (row != pivot) {
                    subtract(matrix, right, pivot, row);
                }
            }
        }
        for (int row = 0; row < right.length; row++) {
            right[row] /= matrix[row][row];
        }
    }

    private static void subtract(double[][] matrix, double[] right, int pivot, int row) {
        var factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < right.length; column++) {
            matrix[row][column] -= factor * matrix[pivot][column];
        }
        right[row] -= factor * right[pivot];
    }
}
