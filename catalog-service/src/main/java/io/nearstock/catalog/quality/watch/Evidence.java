package io.nearstock.catalog.quality.watch;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much speaks for it that a product has turned bad: against its own past, and against its category. Each number is a
 * CUSUM of bets that gain nothing on average while all is as before (Page 1954; as an e-detector Shin, Ramdas and Rinaldo
 * 2023), one for each of a few ways in which it may turn. Own: bets on conformal p-values (Volkhonskiy et al. 2017), for
 * which no base rate needs to be known. Category: the likelihood ratio against a share that is still tolerated. Their mean
 * reaches a limit of n no earlier than after n reviews on average while nothing has changed. Public for the driver, which
 * builds it by reflection.
 */
public record Evidence(List<Double> own, List<Double> category) {

    /** How many times the odds of a low rating may have become what they were. */
    private static final List<Integer> TURNS = List.of(2, 4, 8);

    /** A product may be so many times as bad as is usual in its category. */
    private static final double TOLERATED = 1.5;

    private static final double HIGHEST = 0.9;

    static final Evidence NONE = new Evidence(ones(), ones());

    /**
     * @param surprise of this review among the product's
     * @param expected share of low ratings by the product's past
     * @param usual share of low ratings in the category
     */
    Evidence after(boolean low, double surprise, double expected, double usual) {
        var tolerated = Math.min(HIGHEST, TOLERATED * usual);
        return new Evidence(next(own, surprise < expected, expected), next(category, low, tolerated));
    }

    double value() {
        return values().average().orElseThrow();
    }

    boolean isNone() {
        return value() <= 1;
    }

    /** What a share becomes when the odds are so many times as high. */
    static double turned(double share, int times) {
        return times * share / (1 + (times - 1) * share);
    }

    private static List<Double> next(List<Double> sums, boolean won, double share) {
        return IntStream.range(0, TURNS.size())
                .mapToObj(at -> Math.max(1, sums.get(at)) * gain(won, share, turned(share, TURNS.get(at))))
                .toList();
    }

    /** One on average where the first share holds. */
    static double gain(boolean won, double share, double turned) {
        return won ? turned / share : (1 - turned) / (1 - share);
    }

    private DoubleStream values() {
        return DoubleStream.concat(
                own.stream().mapToDouble(Double::doubleValue), category.stream().mapToDouble(Double::doubleValue));
    }

    private static List<Double> ones() {
        return Collections.nCopies(TURNS.size(), 1.0);
    }
}
