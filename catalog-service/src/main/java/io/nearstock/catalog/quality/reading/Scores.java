package io.nearstock.catalog.quality.reading;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How well probabilities tell low ratings from others. */
public final class Scores {

    private static final int STEPS = 100;

    private Scores() {}

    /** The area under the ROC curve: how often a low one is ranked above another one, ties counting half. */
    public static double auc(double[] said, List<Boolean> low) {
        var order = IntStream.range(0, said.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> said[row]))
                .toList();
        double ranks = 0;
        for (int from = 0, to; from < said.length; from = to) {
            to = from;
            int lows = 0;
            while (to < said.length && said[order.get(to)] == said[order.get(from)]) {
                lows += low.get(order.get(to++)) ? 1 : 0;
            }
            ranks += lows * (from + to + 1) / 2.0;
        }
        double count = low.stream().filter(Boolean::booleanValue).count();
        return (ranks - count * (count + 1) / 2) / (count * (said.length - count));
    }

    /** The mean of both classes' F1. */
    public static double macroF1(double[] said, List<Boolean> low, double threshold) {
        int hits = 0;
        int misses = 0;
        int alarms = 0;
        for (int row = 0; row < said.length; row++) {
            boolean is = low.get(row);
            boolean found = said[row] >= threshold;
            hits += is && found ? 1 : 0;
            misses += is && !found ? 1 : 0;
            alarms += !is && found ? 1 : 0;
        }
        double rest = said.length - hits - misses - alarms;
        return (f1(hits, misses, alarms) + f1(rest, alarms, misses)) / 2;
    }

    private static double f1(double hits, int misses, int alarms) {
        return hits == 0 ? 0 : 2 * hits / (2 * hits + misses + alarms);
    }

    public static double bestThreshold(double[] said, List<Boolean> low) {
        return IntStream.range(1, STEPS)
                .mapToObj(step -> (double) step / STEPS)
                .max(Comparator.comparingDouble(threshold -> macroF1(said, low, threshold)))
                .orElseThrow();
    }
}
