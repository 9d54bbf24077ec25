package io.nearstock.inventory.forecast.boosting;

import java.util.List;

/**
 * How far a model looks back, in periods.
 *
 * @param windows whose means it sees, the shortest first
 * @param year after how many periods the same time of the year comes back on the same phase
 * @param lessons how many of the latest periods it learns from
 */
record Cadence(int season, List<Integer> windows, int year, int lessons) {

    private static final int DAYS_IN_A_WEEK = 7;

    static Cadence of(int season) {
        return season == DAYS_IN_A_WEEK
                ? new Cadence(season, List.of(7, 14, 28, 56, 112, 364), 364, 728)
                : new Cadence(season, List.of(2, 4, season, 2 * season, 3 * season, 4 * season), season, 3 * season);
    }
}
