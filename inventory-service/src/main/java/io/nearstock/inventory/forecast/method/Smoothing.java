package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Series;

/**
 * Simple exponential smoothing (Brown, 1956); the constant is the one of a grid whose one-step errors were smallest. It
 * starts at the mean of the first days on sale.
 */
public record Smoothing() implements Method {

    private static final double[] CONSTANTS = {0.02, 0.05, 0.1, 0.2, 0.3};
    private static final int START = 14;

    private record Fit(double level, double squaredErrors) {}

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public double[] forecast(Series series, int horizon) {
        return Fill.flat(horizon, level(series));
    }

    static double level(Series series) {
        var best = new Fit(0, Double.MAX_VALUE);
        for (var constant : CONSTANTS) {
            var fit = fit(series, constant);
            best = fit.squaredErrors < best.squaredErrors ? fit : best;
        }
        return best.level;
    }

    private static Fit fit(Series series, double constant) {
        var level = series.mean(series.first(), Math.min(series.length(), series.first() + START));
        var squaredErrors = 0.0;
        for (var day = series.first(); day < series.length(); day++) {
            var error = series.at(day) - level;
            squaredErrors += error * error;
            level += constant * error;
        }
        return new Fit(level, squaredErrors);
    }
}
