package io.nearstock.inventory.forecast;

import java.util.List;

/**
 * The days to come of one series.
 *
 * @param model the methods that it was combined from, the weightiest first, with their shares
 * @param regressors what else than its past it was made from
 * @param accuracy what the same combination would have achieved in the back-test
 */
public record Forecast(SeriesKey key, List<Outlook> days, String model, List<Regressor> regressors, Accuracy accuracy) {

    /**
     * How good forecasts of the past were.
     *
     * @param rmsse root of the mean squared error, scaled by that of the one-day naive forecast
     * @param covered the share of days that were not above p90
     */
    public record Accuracy(double rmsse, double covered) {}
}
