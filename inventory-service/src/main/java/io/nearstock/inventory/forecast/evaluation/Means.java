package io.nearstock.inventory.forecast.evaluation;

import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** How good expected values were: RMSSE of each series, and WRMSSE, which weighs by what was taken in the last days. */
final class Means {

    private static final int WEIGHED_DAYS = 28;

    /** A series or a sum of several. */
    private static final class Sum {
        private final float[] sold;
        private final double[] said;
        private double weight;

        Sum(int days, int horizon) {
            sold = new float[days];
            said = new double[horizon];
        }

        void add(Series series, double[] forecast, double taken) {
            Arrays.setAll(said, day -> said[day] + forecast[day]);
            for (var day = 0; day < sold.length; day++) {
                sold[day] += series.at(day);
            }
            weight += taken;
        }
    }

    private final Panel all;
    private final int known;

    Means(Panel all, int known) {
        this.all = all;
        this.known = known;
    }

    /** The unweighted mean over the series. */
    double rmsse(List<double[]> forecasts) {
        var sum = 0.0;
        for (var index = 0; index < forecasts.size(); index++) {
            sum += rmsse(all.series().get(index), forecasts.get(index));
        }
        return sum / forecasts.size();
    }

    double weighted(List<double[]> forecasts) {
        return wrmsse(Level.finest(), forecasts);
    }

    /** All twelve levels, each counting the same. */
    double wrmsse(List<double[]> forecasts) {
        return Level.ALL.stream()
                .mapToDouble(level -> wrmsse(level, forecasts))
                .average()
                .orElseThrow();
    }

    private double wrmsse(Level level, List<double[]> forecasts) {
        var sums = new LinkedHashMap<List<String>, Sum>();
        for (var index = 0; index < forecasts.size(); index++) {
            var series = all.series().get(index);
            var forecast = forecasts.get(index);
            sums.computeIfAbsent(level.key().apply(series.key()), _ -> new Sum(series.length(), forecast.length))
                    .add(series, forecast, taken(series));
        }
        var total = sums.values().stream().mapToDouble(sum -> sum.weight).sum();
        return sums.values().stream()
                        .mapToDouble(sum -> sum.weight * rmsse(sum))
                        .sum()
                / total;
    }

    private double rmsse(Sum sum) {
        return rmsse(new Series(new SeriesKey("", "", "", "", ""), PriceSteps.UNKNOWN, sum.sold), sum.said);
    }

    /** 0 for a series that never moved, whatever was said about it. */
    private double rmsse(Series series, double[] forecast) {
        var squares = 0.0;
        var days = Math.min(forecast.length, series.length() - known);
        for (var ahead = 0; ahead < days; ahead++) {
            var error = series.at(known + ahead) - forecast[ahead];
            squares += error * error;
        }
        var scale = series.until(known).squaredStep();
        return scale == 0 ? 0 : Math.sqrt(squares / days / scale);
    }

    /** In money where prices are known, else in units. */
    private double taken(Series series) {
        var sum = 0.0;
        for (var day = Math.max(0, known - WEIGHED_DAYS); day < known; day++) {
            sum += series.at(day) * (series.prices().isKnown() ? series.prices().at(day) : 1);
        }
        return sum;
    }
}
