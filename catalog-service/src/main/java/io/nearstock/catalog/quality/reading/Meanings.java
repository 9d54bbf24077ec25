package io.nearstock.catalog.quality.reading;

/** What a text means, as a vector of length one. */
public interface Meanings {

    int DIMENSIONS = 384;

    float[] of(ReviewText text);
}
