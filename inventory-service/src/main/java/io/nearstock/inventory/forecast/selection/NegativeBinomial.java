package io.nearstock.inventory.forecast.selection;

/**
 * Counts that vary more than chance alone would let them; with a dispersion of 1 it is Poisson.
 *
 * @param dispersion variance over mean
 */
record NegativeBinomial(double mean, double dispersion) {

    private static final double NORMAL_FROM = 500;
    private static final double LEAST_EXCESS = 1e-3;

    /** The least count that demand stays at or below with this probability. */
    double quantile(double probability) {
        if (mean <= 0) {
            return 0;
        }
        return mean > NORMAL_FROM ? normal(probability) : count(probability);
    }

    private double count(double probability) {
        var excess = Math.max(LEAST_EXCESS, dispersion - 1);
        var size = mean / excess;
        var ratio = excess / (1 + excess);
        var mass = Math.exp(-size * Math.log1p(excess));
        var cumulated = mass;
        var count = 0;
        while (cumulated < probability && count < 100 * NORMAL_FROM) {
            mass *= ratio * (count + size) / (count + 1);
            cumulated += mass;
            count++;
        }
        return count;
    }

    private double normal(double probability) {
        var deviation = Math.sqrt(mean * Math.max(1, dispersion));
        return Math.max(0, Math.rint(mean + deviation * standardNormal(probability)));
    }

    /** Good to 0.0005 (Abramowitz and Stegun 26.2.23). */
    private static double standardNormal(double probability) {
        var tail = Math.sqrt(-2 * Math.log(Math.min(probability, 1 - probability)));
        var above = 2.515517 + tail * (0.802853 + tail * 0.010328);
        var below = 1 + tail * (1.432788 + tail * (0.189269 + tail * 0.001308));
        return Math.copySign(tail - above / below, probability - 0.5);
    }
}
