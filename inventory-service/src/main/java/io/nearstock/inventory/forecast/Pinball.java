package io.nearstock.inventory.forecast;

/** The loss whose least mean is at the quantile (Koenker and Bassett, 1978). */
public final class Pinball {

    private Pinball() {}

    public static double loss(double probability, double quantile, double actual) {
        return actual >= quantile ? probability * (actual - quantile) : (1 - probability) * (quantile - actual);
    }
}
