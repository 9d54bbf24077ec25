package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Series;

/** The last season again. With a season of one it is the naive forecast. */
public record SeasonalNaive(int season) implements Method {

    @Override
    public String name() {
        return season == 1 ? "naive" : "seasonal-naive";
    }

    @Override
    public double[] forecast(Series series, int horizon) {
        var last = series.length() - season;
        return Fill.each(horizon, ahead -> last < 0 ? 0 : series.at(last + ahead % season));
    }
}
