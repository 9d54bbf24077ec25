package io.nearstock.catalog.quality.evaluation;

import io.nearstock.catalog.quality.aspect.Mentions;
import io.nearstock.catalog.quality.reading.Grams;
import io.nearstock.catalog.quality.reading.LogisticRegression;
import io.nearstock.catalog.quality.reading.RememberedMeanings;
import io.nearstock.catalog.quality.reading.Scores;
import io.nearstock.catalog.quality.reading.TrainRatingModel;
import java.util.Arrays;
import java.util.List;

/** Ours beside simple ones; each threshold is learned from what is known. */
final class Ways {

    private static final double COST = 8;

    private Ways() {}

    static List<Way> all(RememberedMeanings meanings) {
        return List.of(new Majority(), new Tone(new Mentions()), new Linear(), new Ours(meanings));
    }

    private static List<Boolean> low(List<ReviewFile.Line> lines) {
        return lines.stream().map(line -> line.rated().isLow()).toList();
    }

    private record Majority() implements Way {

        @Override
        public String name() {
            return "majority";
        }

        @Override
        public Answer answer(List<ReviewFile.Line> known, List<ReviewFile.Line> unknown) {
            return new Answer(unknown.stream().map(_ -> 0.0).toList(), 0.5);
        }
    }

    private record Tone(Mentions mentions) implements Way {

        @Override
        public String name() {
            return "lexicon, good less bad words";
        }

        @Override
        public Answer answer(List<ReviewFile.Line> known, List<ReviewFile.Line> unknown) {
            var of = known.stream().mapToDouble(this::tone).toArray();
            return new Answer(unknown.stream().map(this::tone).toList(), Scores.bestThreshold(of, low(known)));
        }

        private double tone(ReviewFile.Line line) {
            return 1
                    / (1
                            + Math.exp(mentions.tone(line.text().title() + ". "
                                            + line.text().text())
                                    / 4.0));
        }
    }

    private record Linear() implements Way {

        @Override
        public String name() {
            return "tf-idf, logistic regression";
        }

        @Override
        public Answer answer(List<ReviewFile.Line> known, List<ReviewFile.Line> unknown) {
            var grams = Grams.of(known.stream().map(ReviewFile.Line::text).toList());
            var most = known.subList(0, known.size() * 4 / 5);
            var others = known.subList(most.size(), known.size());
            var said = said(grams, most, others).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            return new Answer(said(grams, known, unknown), Scores.bestThreshold(said, low(others)));
        }

        private static List<Double> said(Grams grams, List<ReviewFile.Line> known, List<ReviewFile.Line> unknown) {
            var rows = known.stream().map(line -> grams.of(line.text())).toList();
            var regression = LogisticRegression.fit(rows, low(known), COST, Grams.DIMENSIONS);
            return unknown.stream()
                    .map(line -> regression.probability(grams.of(line.text())))
                    .toList();
        }
    }

    private record Ours(RememberedMeanings meanings) implements Way {

        @Override
        public String name() {
            return "nearstock";
        }

        @Override
        public Answer answer(List<ReviewFile.Line> known, List<ReviewFile.Line> unknown) {
            var model = TrainRatingModel.of(
                    known.stream().map(ReviewFile.Line::rated).toList(), meanings);
            var texts = unknown.stream().map(ReviewFile.Line::text).toList();
            var said = model.probabilitiesOfLow(texts, meanings);
            return new Answer(Arrays.stream(said).boxed().toList(), model.threshold());
        }
    }
}
