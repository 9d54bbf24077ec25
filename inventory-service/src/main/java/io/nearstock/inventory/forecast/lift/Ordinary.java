package io.nearstock.inventory.forecast.lift;

import io.nearstock.inventory.forecast.Series;

/** What a series would have sold on a day if nothing had been special about it: the mean of ordinary days around it. */
record Ordinary(Series series, int season) {

    private static final int SEASONS = 4;

    /** By days of the same phase, else by all; NaN where none is near. */
    double around(int day) {
        var samePhase = mean(day, season);
        return Double.isNaN(samePhase) ? mean(day, 1) : samePhase;
    }

    private double mean(int day, int step) {
        var sum = 0.0;
        var count = 0;
        for (var at = day - SEASONS * season; at <= day + SEASONS * season; at += step) {
            if (isOrdinary(at)) {
                sum += series.at(at);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private boolean isOrdinary(int day) {
        return day >= series.first()
                && day < series.length()
                && series.specials().on(day).isEmpty();
    }
}
