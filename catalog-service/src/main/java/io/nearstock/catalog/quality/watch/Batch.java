package io.nearstock.catalog.quality.watch;

import java.util.List;

/**
 * Units of one batch that are out, and how many of them came back: a sequential probability ratio test (Wald 1945) of the
 * Bernoulli trials that they are. Units that may still come back count as staying, which only ever lowers the ratio; so the
 * ratio, a martingale where the share is as it should be, reaches n with a probability of at most 1/n, however late
 * returns are and however often one looks (Ville 1939). What came back is the last to have changed, so it is looked at then.
 */
record Batch(long units, long returned) {

    /** How many times the odds of coming back may have become what they are elsewhere. */
    private static final List<Integer> TURNS = List.of(2, 4, 8);

    /** A batch may be so many times as bad as others. */
    private static final double TOLERATED = 1.5;

    private static final double HIGHEST = 0.9;

    /** A share is as if so many other units had been as is usual. */
    private static final int PRIOR = 100;

    /** Of all units, those that are not of this batch. */
    Batch rest(Batch all) {
        var others = Math.max(0, all.units - units);
        return new Batch(others, Math.clamp(all.returned - returned, 0, others));
    }

    Batch and(Batch other) {
        return new Batch(units + other.units, returned + other.returned);
    }

    double share(double usual) {
        return (returned + PRIOR * usual) / (units + PRIOR);
    }

    /** How much more likely it is if the batch is bad than if no more of it comes back than is tolerated. */
    double evidence(double share) {
        var tolerated = Math.min(HIGHEST, TOLERATED * share);
        return TURNS.stream()
                .mapToDouble(times -> ratio(tolerated, Evidence.turned(tolerated, times)))
                .average()
                .orElseThrow();
    }

    /** More came back than is known to have gone: of that nothing follows. */
    boolean isKnown() {
        return returned <= units;
    }

    private double ratio(double share, double turned) {
        return Math.exp(returned * Math.log(Evidence.gain(true, share, turned))
                + (units - returned) * Math.log(Evidence.gain(false, share, turned)));
    }
}
