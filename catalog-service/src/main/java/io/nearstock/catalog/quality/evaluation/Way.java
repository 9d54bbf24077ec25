package io.nearstock.catalog.quality.evaluation;

import java.util.List;

/** A way to tell low ratings: learns from reviews with stars, then says of others how probable a low one is. */
interface Way {

    String name();

    Answer answer(List<ReviewFile.Line> known, List<ReviewFile.Line> unknown);

    /**
     * What was said of each.
     *
     * @param threshold from which on a review counts as low
     */
    record Answer(List<Double> said, double threshold) {}
}
