package io.nearstock.inventory.demand;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How demand behaves.
 *
 * @param interval mean days between days with demand (ADI); null where there was none
 * @param variation squared coefficient of variation of what is wanted on days with demand (CV²)
 * @param weekdays from Monday, as a multiple of the mean day
 * @param trend change of a day's demand from one week to the next, in units
 */
record Pattern(
        Kind kind, @Nullable Double interval, @Nullable Double variation, List<Double> weekdays, double trend) {

    /** A. Syntetos, J. Boylan and J. Croston, "On the categorization of demand patterns", JORS 56, 2005. */
    enum Kind {
        NONE,
        SMOOTH,
        ERRATIC,
        INTERMITTENT,
        LUMPY;

        private static final double SELDOM = 1.32;
        private static final double UNEVEN = 0.49;

        static Kind of(double interval, double variation) {
            if (interval > SELDOM) {
                return variation > UNEVEN ? LUMPY : INTERMITTENT;
            }
            return variation > UNEVEN ? ERRATIC : SMOOTH;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int WEEK = 7;
    private static final int TREND_DAYS = 13 * WEEK;

    /** Of a life that begins with the first demand, by day; it begins on this weekday. */
    static Pattern of(double[] wanted, DayOfWeek begin) {
        var first = firstDemand(wanted);
        var life = Arrays.copyOfRange(wanted, first, wanted.length);
        var sizes = Arrays.stream(life).filter(size -> size > 0).toArray();
        if (sizes.length == 0) {
            return new Pattern(Kind.NONE, null, null, List.of(), 0);
        }
        var interval = (double) life.length / sizes.length;
        var variation = squaredVariation(sizes);
        return new Pattern(
                Kind.of(interval, variation), interval, variation, weekdays(life, begin.plus(first)), trend(life));
    }

    private static int firstDemand(double[] wanted) {
        return IntStream.range(0, wanted.length)
                .filter(day -> wanted[day] > 0)
                .findFirst()
                .orElse(wanted.length);
    }

    private static double squaredVariation(double[] sizes) {
        var mean = Arrays.stream(sizes).average().orElseThrow();
        var variance =
                Arrays.stream(sizes).map(size -> (size - mean) * (size - mean)).average();
        return variance.orElseThrow() / (mean * mean);
    }

    private static List<Double> weekdays(double[] life, DayOfWeek begin) {
        var mean = Arrays.stream(life).average().orElseThrow();
        return Arrays.stream(DayOfWeek.values())
                .map(weekday -> IntStream.range(0, life.length)
                                .filter(day -> begin.plus(day) == weekday)
                                .mapToDouble(day -> life[day])
                                .average()
                                .orElse(mean)
                        / mean)
                .toList();
    }

    /** The slope of the least squares line through the last quarter. */
    private static double trend(double[] life) {
        var days = Arrays.copyOfRange(life, Math.max(0, life.length - TREND_DAYS), life.length);
        if (days.length < 2 * WEEK) {
            return 0;
        }
        var middle = (days.length - 1) / 2.0;
        var mean = Arrays.stream(days).average().orElseThrow();
        var across = 0.0;
        var along = 0.0;
        for (var day = 0; day < days.length; day++) {
            across += (day - middle) * (days[day] - mean);
            along += (day - middle) * (day - middle);
        }
        return WEEK * across / along;
    }
}
