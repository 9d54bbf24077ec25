package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Series;

/** The mean of the same weekday (or month) over the last seasons. */
public record SeasonalMean(int season, int seasons) implements Method {

    @Override
    public String name() {
        return "seasonal-mean-" + seasons;
    }

    @Override
    public double[] forecast(Series series, int horizon) {
        return Fill.each(horizon, ahead -> mean(series, ahead % season));
    }

    private double mean(Series series, int phase) {
        var sum = 0.0;
        var count = 0;
        for (var back = 1; back <= seasons && series.length() - back * season >= 0; back++, count++) {
            sum += series.at(series.length() - back * season + phase);
        }
        return count == 0 ? 0 : sum / count;
    }
}
