package io.nearstock.catalog.quality.evaluation;

import io.nearstock.catalog.quality.reading.Scores;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Probabilities beside the truth. */
final class Scored {

    private final String name;
    private final double[] said;
    private final double threshold;
    private final List<Boolean> low;

    Scored(String name, double[] said, double threshold, List<ReviewFile.Line> lines) {
        this.name = name;
        this.said = said;
        this.threshold = threshold;
        this.low = lines.stream().map(line -> line.rated().isLow()).toList();
    }

    double auc() {
        return Scores.auc(said, low);
    }

    double macroF1() {
        return Scores.macroF1(said, low, threshold);
    }

    double macroF1AtHalf() {
        return Scores.macroF1(said, low, 0.5);
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-28s ROC AUC %.4f, macro F1 %.4f (%.4f at a probability of 0.5)%n",
                name,
                auc(),
                macroF1(),
                macroF1AtHalf());
    }
}
