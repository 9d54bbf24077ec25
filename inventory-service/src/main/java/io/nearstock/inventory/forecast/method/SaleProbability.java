package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Series;

/** TSB (Teunter, Syntetos and Babai, 2011): the probability of a sale falls every day without one, so dead items fade. */
public record SaleProbability() implements Method {

    private static final double SIZE = 0.1;
    private static final double PROBABILITY = 0.03;

    @Override
    public String name() {
        return "tsb";
    }

    @Override
    public double[] forecast(Series series, int horizon) {
        return Fill.flat(horizon, series.first() == series.length() ? 0 : rate(series));
    }

    private static double rate(Series series) {
        var size = (double) series.at(series.first());
        var probability = 0.5;
        for (var day = series.first() + 1; day < series.length(); day++) {
            var sold = series.at(day) > 0;
            size += sold ? SIZE * (series.at(day) - size) : 0;
            probability += PROBABILITY * ((sold ? 1 : 0) - probability);
        }
        return size * probability;
    }
}
