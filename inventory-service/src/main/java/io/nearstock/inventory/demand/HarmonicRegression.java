package io.nearstock.inventory.demand;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Counts as Poisson variables whose mean has a trend and waves of a year, a half, a third …: a log-linear model, fitted by
 * iteratively reweighted least squares (P. McCullagh and J. Nelder, "Generalized Linear Models", 2nd edition, 1989, chapters 2
 * and 6; harmonics as regressors: R. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, 7.4). Coefficients of wave k are
 * drawn towards 0 by a normal prior of deviation 1/k: a month in which nothing was ever sold leaves them finite, and short waves small.
 */
final class HarmonicRegression {

    private static final int ROUNDS = 30;
    private static final double DONE = 1e-9;

    private static final int OTHERS = 2;
    private static final double MOST = 15;

    private final double[][] rows;
    private final double[] counts;
    private final double[] coefficients;

    /**
     * Fits.
     *
     * @param turns where in its year each count is, from 0 to 1
     */
    HarmonicRegression(double[] counts, double[] turns, int waves) {
        this.counts = counts;
        this.rows = IntStream.range(0, counts.length)
                .mapToObj(index -> row(2.0 * index / counts.length - 1, turns[index], waves))
                .toArray(double[][]::new);
        this.coefficients = new double[OTHERS + 2 * waves];
        fit();
    }

    private static double[] row(double time, double turn, int waves) {
        var row = new double[OTHERS + 2 * waves];
        row[0] = 1;
        row[1] = time;
        for (var wave = 1; wave <= waves; wave++) {
            row[2 * wave] = Math.cos(2 * Math.PI * wave * turn);
            row[2 * wave + 1] = Math.sin(2 * Math.PI * wave * turn);
        }
        return row;
    }

    /** From means between what was counted and the average, which are never nothing. */
    private void fit() {
        var average = Arrays.stream(counts).average().orElseThrow();
        coefficients[0] = Math.log(average);
        var moved = moveTo(step(count -> (counts[count] + average) / 2));
        for (var round = 0; round < ROUNDS && moved > DONE; round++) {
            moved = moveTo(step(count -> mean(rows[count])));
        }
    }

    /** Or less far, while the fit would be a worse one; answers how far. */
    private double moveTo(double[] next) {
        var before = coefficients.clone();
        var penalty = penalty();
        var share = 1.0;
        do {
            for (var index = 0; index < before.length; index++) {
                coefficients[index] = before[index] + share * (next[index] - before[index]);
            }
            share /= 2;
        } while (penalty() > penalty && share > DONE);
        return IntStream.range(0, before.length)
                .mapToDouble(index -> Math.abs(coefficients[index] - before[index]))
                .max()
                .orElse(0);
    }

    private double[] step(IntToDoubleFunction means) {
        var size = coefficients.length;
        var equations = new double[size][size + 1];
        for (var count = 0; count < counts.length; count++) {
            var row = rows[count];
            var mean = means.applyAsDouble(count);
            var working = Math.log(mean) + (counts[count] - mean) / mean;
            for (var left = 0; left < size; left++) {
                for (var right = 0; right < size; right++) {
                    equations[left][right] += mean * row[left] * row[right];
                }
                equations[left][size] += mean * row[left] * working;
            }
        }
        for (var index = OTHERS; index < size; index++) {
            equations[index][index] += Math.pow(wave(index), 2);
        }
        return solved(equations);
    }

    /** Symmetric and positive definite, so that no pivot has to be looked for. */
    private static double[] solved(double[][] equations) {
        var size = equations.length;
        for (var pivot = 0; pivot < size; pivot++) {
            for (var below = pivot + 1; below < size; below++) {
                var factor = equations[below][pivot] / equations[pivot][pivot];
                for (var column = pivot; column <= size; column++) {
                    equations[below][column] -= factor * equations[pivot][column];
                }
            }
        }
        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--) {
            var known = 0.0;
            for (var column = row + 1; column < size; column++) {
                known += equations[row][column] * solution[column];
            }
            solution[row] = (equations[row][size] - known) / equations[row][row];
        }
        return solution;
    }

    /** Which one a coefficient belongs to. */
    private static int wave(int index) {
        return index / 2;
    }

    private double mean(double[] row) {
        return Math.exp(Math.clamp(product(row, 0), -MOST, MOST));
    }

    private double product(double[] row, int from) {
        return IntStream.range(from, row.length)
                .mapToDouble(index -> row[index] * coefficients[index])
                .sum();
    }

    /** What the waves come to at this point of the year; e to the power of it is a factor. */
    double waves(double turn) {
        return product(row(0, turn, coefficients.length / 2 - 1), OTHERS);
    }

    private double penalty() {
        return deviance()
                + IntStream.range(OTHERS, coefficients.length)
                        .mapToDouble(index -> Math.pow(wave(index) * coefficients[index], 2))
                        .sum();
    }

    double deviance() {
        return 2
                * IntStream.range(0, counts.length)
                        .mapToDouble(index -> deviance(counts[index], mean(rows[index])))
                        .sum();
    }

    private static double deviance(double count, double mean) {
        return (count > 0 ? count * Math.log(count / mean) : 0) - (count - mean);
    }

    /** How many times a Poisson variable's the variance is; never less than that. */
    double dispersion() {
        var squares = IntStream.range(0, counts.length)
                .mapToDouble(index -> Math.pow(counts[index] - mean(rows[index]), 2) / mean(rows[index]))
                .sum();
        return Math.max(1, squares / (counts.length - coefficients.length));
    }

    int parameters() {
        return coefficients.length;
    }
}
