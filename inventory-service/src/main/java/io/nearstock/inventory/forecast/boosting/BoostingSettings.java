package io.nearstock.inventory.forecast.boosting;

/**
 * How trees are grown.
 *
 * @param lessons at most so many rows are drawn from the past
 * @param threads more than one wait for each other at every step: on a busy machine one is faster
 */
public record BoostingSettings(int rounds, int lessons, int threads, long seed) {

    public static final BoostingSettings DEFAULTS = new BoostingSettings(150, 600_000, 1, 20_160_424);

    String parameters(int rows) {
        var leaf = Math.clamp(rows / 1000, 5, 200);
        return "objective=poisson learning_rate=0.1 num_leaves=40 feature_fraction=0.6 bagging_fraction=0.7"
                + " bagging_freq=1 lambda_l2=5 cat_smooth=50 poisson_max_delta_step=0.7 min_data_in_leaf=" + leaf
                + " num_threads=" + threads + " seed=" + seed
                + " deterministic=true force_row_wise=true verbosity=-1";
    }
}
