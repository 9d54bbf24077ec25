package io.nearstock.inventory.forecast.boosting;

import io.nearstock.inventory.forecast.Series;

/** Sums over any stretch of a series in constant time. A stretch is clipped to the life of the series. */
final class Past {

    private final int first;
    private final double[] sums;
    private final double[] squares;
    private final int[] sales;
    private final int[] lastSale;

    Past(Series series) {
        var days = series.length();
        first = series.first();
        sums = new double[days + 1];
        squares = new double[days + 1];
        sales = new int[days + 1];
        lastSale = new int[days + 1];
        for (var day = 0; day < days; day++) {
            add(day, series.at(day));
        }
    }

    private void add(int day, double sold) {
        sums[day + 1] = sums[day] + sold;
        squares[day + 1] = squares[day] + sold * sold;
        sales[day + 1] = sales[day] + (sold > 0 ? 1 : 0);
        lastSale[day + 1] = sold > 0 ? day : lastSale[day];
    }

    int first() {
        return first;
    }

    double at(int day) {
        return day < first ? 0 : sums[day + 1] - sums[day];
    }

    /** The mean of the days from here to there, exclusive; 0 where the series did not live yet. */
    double mean(int from, int to) {
        var begin = begin(from);
        return begin >= to ? 0 : (sums[to] - sums[begin]) / (to - begin);
    }

    double deviation(int from, int to) {
        var begin = begin(from);
        var mean = mean(from, to);
        var variance = begin >= to ? 0 : (squares[to] - squares[begin]) / (to - begin) - mean * mean;
        return Math.sqrt(Math.max(0, variance));
    }

    /** The share of days on which anything was sold. */
    double busy(int from, int to) {
        var begin = begin(from);
        return begin >= to ? 0 : (double) (sales[to] - sales[begin]) / (to - begin);
    }

    int daysSinceSale(int origin) {
        return origin - lastSale[origin];
    }

    /** The mean of the days of one phase among the last seasons before the origin. */
    double phaseMean(int day, int season, int origin, int seasons) {
        var sum = 0.0;
        var count = 0;
        var at = day - season * Math.ceilDiv(day - origin + 1, season);
        for (; count < seasons && at >= first; at -= season, count++) {
            sum += at(at);
        }
        return count == 0 ? 0 : sum / count;
    }

    private int begin(int from) {
        return Math.max(first, from);
    }
}
