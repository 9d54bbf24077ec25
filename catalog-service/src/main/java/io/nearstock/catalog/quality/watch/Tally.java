package io.nearstock.catalog.quality.watch;

/**
 * Some reviews. Public for the driver, which builds it by reflection.
 *
 * @param low those of one or two stars
 */
public record Tally(long reviews, long low) {

    /** A share is as if so many others had been as is usual. */
    private static final int PRIOR = 20;

    static final Tally NONE = new Tally(0, 0);

    Tally and(boolean isLow) {
        return new Tally(reviews + 1, low + (isLow ? 1 : 0));
    }

    /** The others, where these are some of them. */
    Tally without(Tally some) {
        var rest = Math.max(0, reviews - some.reviews());
        return new Tally(rest, Math.clamp(low - some.low(), 0, rest));
    }

    /** Of low ones, drawn towards what is usual, the more the fewer there are. */
    double share(double usual) {
        return (low + PRIOR * usual) / (reviews + PRIOR);
    }

    /**
     * How surprising the last of these reviews is among them: uniform on (0, 1) whenever their order says nothing, whatever
     * the share of low ones is (a smoothed conformal p-value); small when it is low.
     *
     * @param coin uniform on (0, 1), to tell equal ones apart
     */
    double surprise(boolean isLow, double coin) {
        return isLow ? coin * low / reviews : (low + coin * (reviews - low)) / reviews;
    }
}
