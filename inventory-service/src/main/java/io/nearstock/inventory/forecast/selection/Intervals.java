package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.NegativeBinomial;
import io.nearstock.inventory.forecast.Outlook;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.Pinball;
import io.nearstock.inventory.forecast.selection.Lessons.Widths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Negative binomial around the mean. The dispersion of a series is that of its back-test, drawn towards that of all; how
 * much wider or narrower each quantile should be is what would have had the least pinball loss there.
 */
final class Intervals {

    /** One day of the back-test. */
    private record Sample(double mean, double dispersion, double actual) {}

    private static final double PRIOR_DAYS = 28;
    private static final List<Double> WIDTHS =
            List.of(0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5);
    private static final int MOST_SAMPLES = 150_000;

    private final double[] dispersions;
    private final double ofOthers;
    private final Widths widths;

    /**
     * As learned before.
     *
     * @param dispersions by series
     * @param ofOthers what all series say, for one that is new
     */
    Intervals(double[] dispersions, double ofOthers, Widths widths) {
        this.dispersions = dispersions;
        this.ofOthers = ofOthers;
        this.widths = widths;
    }

    static Intervals from(BackTest test, Weights weights, Panel panel) {
        var squares = new double[panel.series().size()];
        var means = new double[panel.series().size()];
        Replay.of(test, weights, panel, 1, (series, mean, actual) -> {
            squares[series] += (actual - mean) * (actual - mean);
            means[series] += mean;
        });
        var days = test.windows().size()
                * (double) test.windows().getFirst().forecasts().getFirst()[0].length;
        var common = Arrays.stream(squares).sum()
                / Math.max(1e-9, Arrays.stream(means).sum());
        var dispersions = new double[squares.length];
        Arrays.setAll(dispersions, series -> drawn(squares[series], means[series], days, common));
        var widths = widths(samples(test, weights, panel, dispersions));
        return new Intervals(dispersions, common, widths);
    }

    private static double drawn(double squares, double means, double days, double common) {
        var prior = PRIOR_DAYS / days * means + 1e-6;
        return (squares + common * prior) / (means + prior);
    }

    private static List<Sample> samples(BackTest test, Weights weights, Panel panel, double[] dispersions) {
        var days = (long) panel.series().size() * test.windows().size();
        var every = (int) Math.max(1, days * 28 / MOST_SAMPLES);
        var samples = new ArrayList<Sample>();
        Replay.of(
                test,
                weights,
                panel,
                every,
                (series, mean, actual) -> samples.add(new Sample(mean, dispersions[series], actual)));
        return samples;
    }

    private static Widths widths(List<Sample> samples) {
        return new Widths(width(0.1, samples), width(0.5, samples), width(0.9, samples));
    }

    private static double width(double probability, List<Sample> samples) {
        var best = 1.0;
        var least = Double.MAX_VALUE;
        for (var width : WIDTHS) {
            var loss = samples.stream()
                    .mapToDouble(
                            sample -> Pinball.loss(probability, quantile(sample, probability, width), sample.actual))
                    .sum();
            best = loss < least ? width : best;
            least = Math.min(loss, least);
        }
        return best;
    }

    private static double quantile(Sample sample, double probability, double width) {
        return new NegativeBinomial(sample.mean, width * sample.dispersion).quantile(probability);
    }

    double dispersion(int series) {
        return dispersions[series];
    }

    double ofOthers() {
        return ofOthers;
    }

    Widths widths() {
        return widths;
    }

    Outlook around(int series, double mean) {
        var p10 = at(series, mean, 0.1, widths.low());
        var p50 = Math.max(p10, at(series, mean, 0.5, widths.middle()));
        return new Outlook(mean, p10, p50, Math.max(p50, at(series, mean, 0.9, widths.high())));
    }

    private double at(int series, double mean, double probability, double width) {
        return new NegativeBinomial(mean, width * dispersions[series]).quantile(probability);
    }
}
