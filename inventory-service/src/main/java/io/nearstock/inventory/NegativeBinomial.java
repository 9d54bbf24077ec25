package io.nearstock.inventory;

/**
 * Counts that vary more than chance alone would let them, as slow movers' do (J. Boylan and A. Syntetos, "Intermittent Demand
 * Forecasting", 2021, chapter 4); with a dispersion of 1 it is Poisson.
 *
 * @param dispersion variance over mean
 */
public record NegativeBinomial(double mean, double dispersion) {

    private static final double COUNTED_TO = 500;
    private static final double LEAST_EXCESS = 1e-3;

    /** The least count that demand stays at or below with this probability; above a mean of {@value #COUNTED_TO} nearly so. */
    public int quantile(double probability) {
        if (mean <= 0) {
            return 0;
        }
        return mean > COUNTED_TO ? expanded(probability) : counted(probability);
    }

    private int counted(double probability) {
        var excess = Math.max(LEAST_EXCESS, dispersion - 1);
        var size = mean / excess;
        var ratio = excess / (1 + excess);
        var mass = Math.exp(-size * Math.log1p(excess));
        var cumulated = mass;
        var count = 0;
        while (cumulated < probability && count < 100 * COUNTED_TO) {
            mass *= ratio * (count + size) / (count + 1);
            cumulated += mass;
            count++;
        }
        return count;
    }

    /**
     * The normal's quantile with its correction for skewness, here (2d - 1) / σ for a dispersion d (E. Cornish and R. Fisher,
     * "Moments and Cumulants in the Specification of Distributions", 1938): to two units for a dispersion up to 30. Half
     * a unit less, rounded up, is the least count, as a count stands for half a unit to either side.
     */
    private int expanded(double probability) {
        var spread = Math.max(1, dispersion);
        var normal = standardNormal(probability);
        var skew = (2 * spread - 1) * (normal * normal - 1) / 6;
        return (int) Math.max(0, Math.ceil(mean + Math.sqrt(mean * spread) * normal + skew - 0.5));
    }

    /** Good to 0.0005 (Abramowitz and Stegun 26.2.23). */
    private static double standardNormal(double probability) {
        var tail = Math.sqrt(-2 * Math.log(Math.min(probability, 1 - probability)));
        var above = 2.515517 + tail * (0.802853 + tail * 0.010328);
        var below = 1 + tail * (1.432788 + tail * (0.189269 + tail * 0.001308));
        return Math.copySign(tail - above / below, probability - 0.5);
    }
}
