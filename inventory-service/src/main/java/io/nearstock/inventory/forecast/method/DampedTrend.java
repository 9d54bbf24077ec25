package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Series;

/** Holt's level and trend, the trend fading (Gardner and McKenzie, 1985). */
public record DampedTrend() implements Method {

    private static final double LEVEL = 0.1;
    private static final double TREND = 0.01;
    private static final double DAMPING = 0.95;

    @Override
    public String name() {
        return "holt-damped";
    }

    @Override
    public double[] forecast(Series series, int horizon) {
        var level = series.mean(series.first(), Math.min(series.length(), series.first() + 14));
        var trend = 0.0;
        for (var day = series.first(); day < series.length(); day++) {
            var expected = level + DAMPING * trend;
            var error = series.at(day) - expected;
            level = expected + LEVEL * error;
            trend = DAMPING * trend + TREND * error;
        }
        var last = level;
        var slope = trend;
        return Fill.each(horizon, ahead -> Math.max(0, last + slope * damped(ahead + 1)));
    }

    private static double damped(int steps) {
        return DAMPING * (1 - Math.pow(DAMPING, steps)) / (1 - DAMPING);
    }
}
