package io.nearstock.catalog.quality.evaluation;

import io.nearstock.catalog.quality.reading.RememberedMeanings;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Each way learns from all folds but one and is scored on that one. Equal texts are in one fold. */
final class CrossValidation {

    private final List<ReviewFile.Line> lines;
    private final int folds;
    private final RememberedMeanings meanings;
    private final List<Integer> foldOfLine;

    CrossValidation(List<ReviewFile.Line> lines, int folds, long seed, RememberedMeanings meanings) {
        this.lines = lines;
        this.folds = folds;
        this.meanings = meanings;
        var random = new Random(seed);
        var foldOfText = lines.stream()
                .map(CrossValidation::words)
                .distinct()
                .collect(Collectors.toMap(words -> words, _ -> random.nextInt(folds)));
        this.foldOfLine =
                lines.stream().map(line -> foldOfText.get(words(line))).toList();
    }

    private static String words(ReviewFile.Line line) {
        return line.text().text().isEmpty() ? line.row() : line.text().text();
    }

    void print(PrintStream out) {
        out.printf("%d folds of %d reviews: mean and standard error%n", folds, lines.size());
        for (var way : Ways.all(meanings)) {
            var scored =
                    IntStream.range(0, folds).mapToObj(fold -> score(way, fold)).toList();
            out.printf(
                    "%-30s ROC AUC %s   macro F1 %s   at 0.5 %s%n",
                    way.name(),
                    summary(scored, Scored::auc),
                    summary(scored, Scored::macroF1),
                    summary(scored, Scored::macroF1AtHalf));
        }
    }

    private Scored score(Way way, int fold) {
        var known = IntStream.range(0, lines.size()).filter(at -> foldOfLine.get(at) != fold);
        var unknown = IntStream.range(0, lines.size()).filter(at -> foldOfLine.get(at) == fold);
        var left = unknown.mapToObj(lines::get).toList();
        var answer = way.answer(known.mapToObj(lines::get).toList(), left);
        var said = answer.said().stream().mapToDouble(Double::doubleValue).toArray();
        return new Scored(way.name(), said, answer.threshold(), left);
    }

    private String summary(List<Scored> scored, ToDoubleFunction<Scored> figure) {
        var statistics = scored.stream().mapToDouble(figure).summaryStatistics();
        var mean = statistics.getAverage();
        var squares = scored.stream()
                .mapToDouble(figure)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return String.format(Locale.ROOT, "%.4f ± %.4f", mean, Math.sqrt(squares / (folds - 1) / folds));
    }
}
