package io.nearstock.catalog.quality.reading;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Meanings that are computed once, on every core where many are asked for at once. */
public final class RememberedMeanings implements Meanings {

    private final Meanings source;
    private final Map<ReviewText, float[]> known = new ConcurrentHashMap<>();

    public RememberedMeanings(Meanings source) {
        this.source = source;
    }

    @Override
    public float[] of(ReviewText text) {
        return known.computeIfAbsent(text, source::of);
    }

    void prepare(Collection<ReviewText> texts) {
        texts.parallelStream().forEach(this::of);
    }
}
