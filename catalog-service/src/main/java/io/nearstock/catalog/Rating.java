package io.nearstock.catalog;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The stars of a product's published reviews.
 *
 * @param distribution how many gave one star, two, and so on to five
 */
public record Rating(List<Integer> distribution) {

    public static final Rating NONE = new Rating(List.of(0, 0, 0, 0, 0));

    /** As if so many others had given what is usual, so that one review does not decide. */
    private static final int PRIOR_REVIEWS = 10;

    /** What clothes get on average in the published reviews of docs/quality.md, rounded. */
    private static final double PRIOR_STARS = 4.2;

    public int count() {
        return distribution.stream().mapToInt(Integer::intValue).sum();
    }

    /** Of stars, rounded to hundredths; 0 where nobody has given any. */
    public double average() {
        return count() == 0 ? 0 : rounded((double) stars() / count());
    }

    /** What ranking should use: the average drawn towards what is usual, the more the fewer there are. */
    public double bayesianAverage() {
        return rounded((stars() + PRIOR_REVIEWS * PRIOR_STARS) / (count() + PRIOR_REVIEWS));
    }

    private int stars() {
        return IntStream.range(0, distribution.size())
                .map(place -> distribution.get(place) * (place + 1))
                .sum();
    }

    private static double rounded(double stars) {
        return Math.round(100 * stars) / 100.0;
    }
}
