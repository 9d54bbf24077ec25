package io.nearstock.catalog.quality.reading;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Learns from reviews with stars. Both regressions learn stars instead of "low or not", and the better stars as one, for a
 * review of three is nearer to one of two than one of five is. What the second stage and the calibrations learn from are
 * scores of models that did not know the review (stacking, Wolpert 1992).
 */
public final class TrainRatingModel {

    private static final int FOLDS = 5;
    private static final double BEST_BY_WORDS = 4;
    private static final double BEST_BY_MEANING = 3.5;
    private static final double RIDGE_OF_WORDS = 2;
    private static final double RIDGE_OF_MEANING = 3;
    private static final double SUSPICIOUS = 0.45;

    private final List<RatedText> reviews;
    private final RememberedMeanings meanings;

    private TrainRatingModel(List<RatedText> reviews, RememberedMeanings meanings) {
        this.reviews = reviews;
        this.meanings = meanings;
    }

    public static RatingModel of(List<RatedText> reviews, RememberedMeanings meanings) {
        return new TrainRatingModel(reviews, meanings).train();
    }

    private RatingModel train() {
        var grams = Grams.of(reviews.stream().map(RatedText::text).toList());
        var rows = reviews.stream().map(review -> grams.of(review.text())).toList();
        var words = new Regression(rows, stars(reviews, BEST_BY_WORDS), RIDGE_OF_WORDS, Grams.DIMENSIONS);
        var byWords = words.unseen();
        var suspicious = quantile(byWords, SUSPICIOUS);
        var again = IntStream.range(0, byWords.length)
                .filter(row -> byWords[row] < suspicious)
                .toArray();
        return train(grams, words.weights(), byWords, suspicious, again);
    }

    private RatingModel train(Grams grams, float[] gramWeights, double[] byWords, double suspicious, int[] again) {
        var doubted = Arrays.stream(again).mapToObj(reviews::get).toList();
        meanings.prepare(doubted.stream().map(RatedText::text).toList());
        var centre = centre(doubted);
        var rows = doubted.stream()
                .map(review -> Vector.dense(meanings.of(review.text())).minus(centre))
                .toList();
        var meaning = new Regression(rows, stars(doubted, BEST_BY_MEANING), RIDGE_OF_MEANING, Meanings.DIMENSIONS);
        var decisions = decide(byWords, suspicious, again, meaning.unseen());
        return new RatingModel(grams, gramWeights, centre, meaning.weights(), decisions);
    }

    private RatingModel.Decisions decide(double[] byWords, double suspicious, int[] again, double[] byMeaning) {
        var words = Calibration.of(IntStream.range(0, byWords.length)
                .mapToObj(row -> new Calibration.Example(
                        byWords[row], 0, reviews.get(row).isLow()))
                .toList());
        var both = Calibration.of(IntStream.range(0, again.length)
                .mapToObj(at -> new Calibration.Example(
                        byWords[again[at]],
                        byMeaning[at],
                        reviews.get(again[at]).isLow()))
                .toList());
        var said =
                Arrays.stream(byWords).map(score -> words.probability(score, 0)).toArray();
        for (int at = 0; at < again.length; at++) {
            said[again[at]] = both.probability(byWords[again[at]], byMeaning[at]);
        }
        var low = reviews.stream().map(RatedText::isLow).toList();
        return new RatingModel.Decisions(suspicious, words, both, Scores.bestThreshold(said, low));
    }

    private float[] centre(List<RatedText> texts) {
        var centre = new float[Meanings.DIMENSIONS];
        texts.forEach(text -> Vector.dense(meanings.of(text.text())).addTo(centre, 1.0 / texts.size()));
        return centre;
    }

    private static double[] stars(List<RatedText> reviews, double best) {
        ToDoubleFunction<RatedText> stars = review -> Math.min(review.stars(), best);
        return reviews.stream().mapToDouble(stars).toArray();
    }

    private static double quantile(double[] values, double share) {
        var sorted = Arrays.stream(values).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Regression(List<Vector> rows, double[] targets, double ridge, int dimensions) {

        float[] weights() {
            return LeastSquares.fit(rows, targets, ridge, dimensions);
        }

        /** The score of each row by a model that was not trained on it. */
        double[] unseen() {
            var scores = new double[targets.length];
            for (int fold = 0; fold < FOLDS; fold++) {
                int left = fold;
                var known = IntStream.range(0, targets.length)
                        .filter(row -> row % FOLDS != left)
                        .toArray();
                var weights = LeastSquares.fit(
                        Arrays.stream(known).mapToObj(rows::get).toList(),
                        Arrays.stream(known).mapToDouble(row -> targets[row]).toArray(),
                        ridge,
                        dimensions);
                for (int row = left; row < targets.length; row += FOLDS) {
                    scores[row] = rows.get(row).times(weights);
                }
            }
            return scores;
        }
    }
}
