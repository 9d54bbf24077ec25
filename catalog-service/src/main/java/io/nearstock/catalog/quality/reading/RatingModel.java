package io.nearstock.catalog.quality.reading;

import java.util.List;

/**
 * How probable it is that who wrote this gave one or two stars of five. Words decide first; what they find suspicious is read
 * again for its meaning, which costs a thousand times as much.
 */
public final class RatingModel {

    private final Grams grams;
    private final float[] gramWeights;
    private final float[] centre;
    private final float[] meaningWeights;
    private final Decisions decisions;

    /**
     * @param suspicious words that promise fewer stars than this are read for their meaning
     * @param byWords for the others
     * @param threshold the probability from which on "low" is the best answer by macro F1
     */
    record Decisions(double suspicious, Calibration byWords, Calibration byMeaning, double threshold) {}

    RatingModel(Grams grams, float[] gramWeights, float[] centre, float[] meaningWeights, Decisions decisions) {
        this.grams = grams;
        this.gramWeights = gramWeights;
        this.centre = centre;
        this.meaningWeights = meaningWeights;
        this.decisions = decisions;
    }

    public double probabilityOfLow(ReviewText text, Meanings meanings) {
        var words = byWords(text);
        return isSuspicious(words)
                ? decisions.byMeaning().probability(words, byMeaning(meanings.of(text)))
                : decisions.byWords().probability(words, 0);
    }

    /** In the order of the texts, on all cores. */
    public double[] probabilitiesOfLow(List<ReviewText> texts, RememberedMeanings meanings) {
        meanings.prepare(
                texts.stream().filter(text -> isSuspicious(byWords(text))).toList());
        return texts.stream()
                .mapToDouble(text -> probabilityOfLow(text, meanings))
                .toArray();
    }

    public double threshold() {
        return decisions.threshold();
    }

    private boolean isSuspicious(double words) {
        return words < decisions.suspicious();
    }

    private double byWords(ReviewText text) {
        return grams.of(text).times(gramWeights);
    }

    private double byMeaning(float[] meaning) {
        return Vector.dense(meaning).minus(centre).times(meaningWeights);
    }
}
