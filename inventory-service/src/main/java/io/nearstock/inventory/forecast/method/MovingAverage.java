package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Series;

/** The mean of the last days, for every day to come. */
public record MovingAverage(int window) implements Method {

    @Override
    public String name() {
        return "mean-" + window;
    }

    @Override
    public double[] forecast(Series series, int horizon) {
        return Fill.flat(horizon, series.mean(series.length() - window, series.length()));
    }
}
