package io.nearstock.inventory.forecast.boosting;

import java.util.Arrays;

/** A matrix that grows row by row, and beside each row its level, and what was sold where that is known. */
final class Rows {

    private final int columns;
    private float[] values;
    private float[] labels;
    private float[] weights;
    private double[] levels;
    private int rows;
    private int next;

    Rows(int columns, int expectedRows) {
        this.columns = columns;
        values = new float[columns * expectedRows];
        labels = new float[expectedRows];
        weights = new float[expectedRows];
        levels = new double[expectedRows];
    }

    void add(double value) {
        values[next++] = (float) value;
    }

    /** Ends a row. */
    void end(double level, double label, double weight) {
        if (next != columns * (rows + 1)) {
            throw new IllegalStateException("a row of " + (next - columns * rows) + " values, not " + columns);
        }
        levels[rows] = level;
        labels[rows] = (float) label;
        weights[rows] = (float) weight;
        rows++;
        grow();
    }

    private void grow() {
        if (rows == labels.length) {
            var more = rows + rows / 2 + 1;
            values = Arrays.copyOf(values, columns * more);
            labels = Arrays.copyOf(labels, more);
            weights = Arrays.copyOf(weights, more);
            levels = Arrays.copyOf(levels, more);
        }
    }

    int count() {
        return rows;
    }

    int columns() {
        return columns;
    }

    float[] values() {
        return Arrays.copyOf(values, next);
    }

    float[] labels() {
        return Arrays.copyOf(labels, rows);
    }

    float[] weights() {
        return Arrays.copyOf(weights, rows);
    }

    double[] logLevels() {
        return Arrays.stream(levels, 0, rows).map(Math::log).toArray();
    }
}
