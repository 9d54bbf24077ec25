package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Series;

/**
 * Level and additive season, both smoothed: ETS(A,N,A), that is Holt and Winters without a trend (Winters, 1960; Hyndman
 * and others, 2008), with constants that suit noisy daily sales.
 */
public record SeasonalSmoothing(int season) implements Method {

    private static final double LEVEL = 0.05;
    private static final double SEASON = 0.05;

    @Override
    public String name() {
        return "ets-ana";
    }

    @Override
    public double[] forecast(Series series, int horizon) {
        var level = series.mean(series.first(), Math.min(series.length(), series.first() + 2 * season));
        var phases = new double[season];
        for (var day = series.first(); day < series.length(); day++) {
            var error = series.at(day) - level - phases[day % season];
            level += LEVEL * error;
            phases[day % season] += SEASON * error;
        }
        var last = level;
        return Fill.each(horizon, ahead -> Math.max(0, last + phases[(series.length() + ahead) % season]));
    }
}
