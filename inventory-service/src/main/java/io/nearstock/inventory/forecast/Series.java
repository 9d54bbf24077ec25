package io.nearstock.inventory.forecast;

import java.util.Objects;

/**
 * What one item sold at one store, period by period, oldest first. It knows nothing beyond its length: cutting it is how
 * a back-test is kept from seeing what came.
 */
public final class Series {

    private final SeriesKey key;
    private final PriceSteps prices;
    private final Specials specials;
    private final float[] sold;
    private final int length;
    private final int first;

    public Series(SeriesKey key, PriceSteps prices, float... sold) {
        this(key, prices, Specials.NONE, sold.clone(), sold.length);
    }

    private Series(SeriesKey key, PriceSteps prices, Specials specials, float[] sold, int length) {
        this.key = key;
        this.prices = prices;
        this.specials = specials;
        this.sold = sold;
        this.length = length;
        this.first = firstSale();
    }

    private int firstSale() {
        var day = 0;
        while (day < length && sold[day] == 0) {
            day++;
        }
        return day;
    }

    public SeriesKey key() {
        return key;
    }

    public int length() {
        return length;
    }

    public float at(int day) {
        return sold[Objects.checkIndex(day, length)];
    }

    /** The day of the first sale; the length where nothing was ever sold. */
    public int first() {
        return first;
    }

    /** Prices are set ahead, so they are not cut. */
    public PriceSteps prices() {
        return prices;
    }

    /** Planned ahead, so they are not cut. */
    public Specials specials() {
        return specials;
    }

    /** The same sales, on days of which some are special. */
    public Series with(Specials known) {
        return new Series(key, prices, known, sold, length);
    }

    /** What was known when this many days had passed. */
    public Series until(int days) {
        return new Series(key, prices, specials, sold, Objects.checkIndex(days, length + 1));
    }

    /** The mean of the days from here to there (exclusive), as far as they are within its life; 0 where none is. */
    public double mean(int from, int to) {
        var begin = Math.max(from, Math.min(first, to));
        var sum = 0.0;
        for (var day = Math.max(0, begin); day < to; day++) {
            sum += sold[day];
        }
        return sum / Math.max(1, to - Math.max(0, begin));
    }

    /** The mean squared difference between neighbours since the first sale: the scale of RMSSE (M5 Competitors' Guide, 2020). */
    public double squaredStep() {
        var sum = 0.0;
        for (var day = first + 1; day < length; day++) {
            var step = sold[day] - sold[day - 1];
            sum += step * step;
        }
        return sum / Math.max(1, length - first - 1);
    }
}
