package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each candidate counts for each series: a power of its inverse squared error in the back-test (Bates and
 * Granger, 1969). What one series says about a method is drawn towards what all of them say: it is little.
 */
final class Weights {

    /** As many days as the opinion of all series counts. */
    private static final double PRIOR_DAYS = 84;

    private static final double POWER = 12;

    private final double[][] bySeries;
    private final double[] ofOthers;

    private Weights(double[][] bySeries, double[] ofOthers) {
        this.bySeries = bySeries;
        this.ofOthers = ofOthers;
    }

    /** As learned before, by the series that are forecast now. */
    static Weights of(List<double[]> bySeries, double[] ofOthers) {
        return new Weights(bySeries.toArray(double[][]::new), ofOthers);
    }

    static Weights from(BackTest test, Panel panel) {
        var errors = new double[panel.series().size()][];
        Arrays.setAll(errors, index -> relativeErrors(test, panel.series().get(index), index));
        var common = new double[test.names().size()];
        for (var error : errors) {
            Arrays.setAll(common, method -> common[method] + error[method] / errors.length);
        }
        var days = test.windows().size() * days(test);
        var own = Arrays.stream(errors).map(error -> weights(error, common, days));
        return new Weights(own.toArray(double[][]::new), weights(common, common, days));
    }

    private static int days(BackTest test) {
        return test.windows().getFirst().forecasts().getFirst()[0].length;
    }

    /** Each method's mean squared error, in units of the mean of all methods' errors of the same series. */
    private static double[] relativeErrors(BackTest test, Series series, int index) {
        var errors = new double[test.names().size()];
        for (var window : test.windows()) {
            var forecasts = window.forecasts().get(index);
            Arrays.setAll(errors, method -> errors[method] + squares(forecasts[method], series, window.origin()));
        }
        var mean = Arrays.stream(errors).average().orElse(0);
        return Arrays.stream(errors).map(error -> mean == 0 ? 1 : error / mean).toArray();
    }

    private static double squares(double[] forecast, Series series, int origin) {
        var sum = 0.0;
        for (var ahead = 0; ahead < forecast.length && origin + ahead < series.length(); ahead++) {
            var error = series.at(origin + ahead) - forecast[ahead];
            sum += error * error;
        }
        return sum;
    }

    private static double[] weights(double[] own, double[] common, int days) {
        var weights = new double[own.length];
        var trust = days / (days + PRIOR_DAYS);
        Arrays.setAll(weights, method -> Math.pow(trust * own[method] + (1 - trust) * common[method] + 1e-9, -POWER));
        var sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    double[] of(int series) {
        return bySeries[series];
    }

    /** For a series that the back-test did not have: what all of them say. */
    double[] ofOthers() {
        return ofOthers;
    }

    /** All series of a panel combined. */
    List<double[]> combine(List<double[][]> forecasts) {
        return IntStream.range(0, forecasts.size())
                .mapToObj(series -> combine(series, forecasts.get(series)))
                .toList();
    }

    double[] combine(int series, double[][] forecasts) {
        var combined = new double[forecasts[0].length];
        for (var method = 0; method < forecasts.length; method++) {
            var weight = bySeries[series][method];
            var forecast = forecasts[method];
            Arrays.setAll(combined, day -> combined[day] + weight * forecast[day]);
        }
        return combined;
    }
}
