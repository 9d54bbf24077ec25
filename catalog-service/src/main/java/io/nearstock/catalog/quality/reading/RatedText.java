package io.nearstock.catalog.quality.reading;

/**
 * A review with what it is a reason for.
 *
 * @param stars one to five
 */
public record RatedText(ReviewText text, int stars) {

    private static final int LOW = 2;

    public boolean isLow() {
        return stars <= LOW;
    }
}
