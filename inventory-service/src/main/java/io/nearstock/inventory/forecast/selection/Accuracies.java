package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.forecast.Forecast.Accuracy;
import io.nearstock.inventory.forecast.Panel;

/** How far each series was off in the back-test, once its methods were combined. */
final class Accuracies {

    private final double[] squares;
    private final int[] covered;
    private final int[] days;

    private Accuracies(int series) {
        squares = new double[series];
        covered = new int[series];
        days = new int[series];
    }

    static Accuracies from(BackTest test, Weights weights, Intervals intervals, Panel panel) {
        var found = new Accuracies(panel.series().size());
        Replay.of(test, weights, panel, 1, (series, mean, actual) -> {
            found.squares[series] += (actual - mean) * (actual - mean);
            found.covered[series] += actual <= intervals.around(series, mean).p90() ? 1 : 0;
            found.days[series]++;
        });
        return found;
    }

    Accuracy of(int series, double squaredStep) {
        var count = Math.max(1, days[series]);
        var rmsse = squaredStep == 0 ? 0 : Math.sqrt(squares[series] / count / squaredStep);
        return new Accuracy(rmsse, (double) covered[series] / count);
    }
}
