package io.nearstock.catalog.search;

import io.nearstock.catalog.Popularity;

/**
 * What stars and sales make of the score of a text: they decide only among those that answer about as well, as a score is
 * multiplied by more than {@link #LEAST} and less than {@link #MOST}, by 1 where nobody has given stars or bought any.
 */
final class Prior {

    private static final double BOUND = 0.05;

    static final float LEAST = (float) (1 - BOUND);
    static final float MOST = (float) ((1 + BOUND) * (1 + BOUND));

    /** What a product has that nobody has rated, and how far from it most others are, in hundredths of stars. */
    private static final double USUAL = 420;

    private static final double USUAL_DISTANCE = 80;

    /** By the Bayesian average in hundredths. */
    private static final float[] FACTORS = new float[501];

    static {
        for (int standing = 0; standing < FACTORS.length; standing++) {
            FACTORS[standing] = (float) (1 + BOUND * Math.tanh((standing - USUAL) / USUAL_DISTANCE));
        }
    }

    /** With as many deliveries as this, each as if just now, a product has half of what sales can give. */
    static final double WELL_SOLD = 20;

    /** By how many eighths of an octave popularity is above or below {@link #WELL_SOLD}. */
    private static final float[] SOLD = new float[161];

    private static final int MIDDLE = SOLD.length / 2;
    private static final int STEP = Popularity.TWICE / 8;

    static {
        for (int eighth = 0; eighth < SOLD.length; eighth++) {
            SOLD[eighth] = (float) (1 + BOUND / (1 + Math.pow(2, (MIDDLE - eighth) / 8.0)));
        }
    }

    private final long wellSold;

    /** Takes what has been sold well now, as {@link Popularity#rank} has it. */
    Prior(long wellSold) {
        this.wellSold = wellSold;
    }

    /** Of the Bayesian average in hundredths. */
    static float stars(long standing) {
        return FACTORS[(int) standing];
    }

    /** Of {@link Popularity#rank}. */
    float sales(long rank) {
        return rank == Popularity.NEVER ? 1 : SOLD[Math.clamp(MIDDLE + (rank - wellSold) / STEP, 0, SOLD.length - 1)];
    }
}
