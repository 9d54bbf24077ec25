package io.nearstock.inventory.forecast.method;

import io.nearstock.inventory.forecast.Method;
import java.util.List;

/** The methods that compete for a series. */
public final class LocalMethods {

    private LocalMethods() {}

    /** Their windows are whole seasons; a season has this many days. */
    public static List<Method> of(int season) {
        return List.of(
                new SeasonalNaive(season),
                new MovingAverage(4 * season),
                new SeasonalMean(season, 8),
                new Smoothing(),
                new SeasonalSmoothing(season),
                new DampedTrend(),
                new Croston(false),
                new Croston(true),
                new SaleProbability());
    }
}
