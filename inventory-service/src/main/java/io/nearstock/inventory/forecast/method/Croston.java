package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Series;

/**
 * Size over interval of intermittent demand, both smoothed at each sale (Croston, 1972).
 *
 * @param corrected with the factor of Syntetos and Boylan (2005), which takes out Croston's bias
 */
public record Croston(boolean corrected) implements Method {

    private static final double CONSTANT = 0.1;

    @Override
    public String name() {
        return corrected ? "sba" : "croston";
    }

    @Override
    public double[] forecast(Series series, int horizon) {
        return Fill.flat(horizon, series.first() == series.length() ? 0 : rate(series));
    }

    private double rate(Series series) {
        var size = (double) series.at(series.first());
        var interval = 1.0;
        var last = series.first();
        for (var day = series.first() + 1; day < series.length(); day++) {
            if (series.at(day) > 0) {
                size += CONSTANT * (series.at(day) - size);
                interval += CONSTANT * (day - last - interval);
                last = day;
            }
        }
        return (corrected ? 1 - CONSTANT / 2 : 1) * size / interval;
    }
}
