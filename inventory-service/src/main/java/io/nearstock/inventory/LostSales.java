package io.nearstock.inventory;

import java.util.stream.IntStream;

/**
 * What was wanted on days that had not enough to sell. Sales are then a censored observation of demand, and counting them
 * as demand makes the next forecast too low (W. E. Wecker, "Predicting Demand from Sales Data in the Presence of
 * Stockouts", Management Science 24, 1978). So only days in stock teach what a day is worth: the mean of the same weekday
 * over the eight weeks before, or of every day of these weeks where no such weekday was in stock. What a day was without
 * stock, as a share, is filled up with that. Later days are never looked at.
 */
final class LostSales {

    private static final int MEMORY = 56;
    private static final int WEEK = 7;
    private static final double ALL_DAY = 0.999;

    private final int[] sold;
    private final double[] inStock;
    private final int first;

    /** Both by day. */
    LostSales(int[] sold, double[] inStock) {
        this.sold = sold;
        this.inStock = inStock;
        this.first = IntStream.range(0, sold.length)
                .filter(day -> sold[day] > 0)
                .findFirst()
                .orElse(sold.length);
    }

    double estimated(int day) {
        return inStock[day] >= ALL_DAY ? sold[day] : sold[day] + (1 - inStock[day]) * worth(day);
    }

    private double worth(int day) {
        var weekday = learnable(day).filter(past -> (day - past) % WEEK == 0).mapToDouble(past -> sold[past]);
        var any = learnable(day).mapToDouble(past -> sold[past]).average().orElse(0);
        return weekday.average().orElse(any);
    }

    private IntStream learnable(int day) {
        return IntStream.range(Math.max(first, day - MEMORY), day).filter(past -> inStock[past] >= ALL_DAY);
    }
}
