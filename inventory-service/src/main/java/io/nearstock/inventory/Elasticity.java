package io.nearstock.inventory;

import java.util.List;
import java.util.stream.IntStream;

/**
 * By how many percent fewer units are wanted of a product that becomes one percent dearer. What a product's own price changes
 * show is drawn towards what is known of products in general: 2.62 on average over 1,851 estimates (T. Bijmolt, H. van Heerde
 * and R. Pieters, "New Empirical Generalizations on the Determinants of Price Elasticity", Journal of Marketing Research 42,
 * 2005).
 *
 * @param low a tenth of what is believed is below it
 * @param high a tenth is above it
 * @param trials price changes that it was learned from; with none it is the general one
 */
public record Elasticity(double mean, double low, double high, int trials) {

    private static final double GENERAL = 2.62;

    /** How much products differ in this; ours. */
    private static final double DEVIATION = 1.5;

    /** Sales vary about twice as much as independent buyers would make them, so they count half; ours. */
    private static final double OVERDISPERSION = 2;

    private static final double STEP = 0.05;
    private static final int STEPS = 160;

    /** The mean and the outer tenths of what is believed after these trials, on a grid from 0 to 8. */
    public static Elasticity of(List<PriceTrial> trials) {
        var logs = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> logPosterior(step * STEP, trials))
                .toArray();
        var highest = IntStream.range(0, logs.length)
                .mapToDouble(step -> logs[step])
                .max()
                .orElseThrow();
        var weights = IntStream.range(0, logs.length)
                .mapToDouble(step -> Math.exp(logs[step] - highest))
                .toArray();
        return new Elasticity(mean(weights), quantile(weights, 0.1), quantile(weights, 0.9), trials.size());
    }

    private static double logPosterior(double elasticity, List<PriceTrial> trials) {
        var distance = (elasticity - GENERAL) / DEVIATION;
        var seen = trials.stream()
                .mapToDouble(trial -> trial.logLikelihood(elasticity))
                .sum();
        return seen / OVERDISPERSION - distance * distance / 2;
    }

    private static double mean(double[] weights) {
        var sum = 0.0;
        var all = 0.0;
        for (var step = 0; step < weights.length; step++) {
            sum += weights[step] * step * STEP;
            all += weights[step];
        }
        return sum / all;
    }

    private static double quantile(double[] weights, double probability) {
        var left = probability
                * IntStream.range(0, weights.length)
                        .mapToDouble(step -> weights[step])
                        .sum();
        for (var step = 0; step < weights.length; step++) {
            left -= weights[step];
            if (left <= 0) {
                return step * STEP;
            }
        }
        return (weights.length - 1) * STEP;
    }
}
