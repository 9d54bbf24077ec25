package io.nearstock.inventory.forecast.lift;

import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.Regressor;
import io.nearstock.inventory.forecast.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many times as much is sold on special days as on the ordinary ones around them. What a series shows is drawn towards
 * what all show, so one that was never promoted is expected to sell as its likes do. Forecasting then knows ordinary days only,
 * and what it says of special ones is multiplied.
 */
public final class Lifts {

    /** What is thought of a special day of which nobody has seen anything weighs as much as so many units. */
    private static final double PRIOR_UNITS = 20;

    /** What all series show weighs as much as so many units of one. */
    private static final double COMMON_UNITS = 10;

    /** Where less than this share is sold, a day tells nothing of an ordinary one. */
    private static final double SHUT = 0.2;

    private final Panel panel;
    private final List<Map<String, Double>> factors;

    private Lifts(Panel panel, List<Map<String, Double>> factors) {
        this.panel = panel;
        this.factors = factors;
    }

    /** From the days that the panel knows. A name that is never alone is learned from days with names that are. */
    public static Lifts learn(Panel panel) {
        List<Map<String, Double>> none =
                panel.series().stream().map(_ -> Map.<String, Double>of()).toList();
        var alone = learn(panel, none);
        return new Lifts(panel, learn(panel, alone));
    }

    private static List<Map<String, Double>> learn(Panel panel, List<Map<String, Double>> known) {
        var season = panel.calendar().season();
        var seen = new ArrayList<Map<String, Seen>>();
        var all = new TreeMap<String, Seen>();
        for (var index = 0; index < known.size(); index++) {
            var series = panel.series().get(index);
            var own = Seen.of(series, new Ordinary(series, season), known.get(index));
            own.forEach((name, days) -> all.merge(name, days, Seen::and));
            seen.add(own);
        }
        all.values().removeIf(days -> days.expected() == 0);
        return IntStream.range(0, known.size())
                .mapToObj(index -> together(known.get(index), seen.get(index), all))
                .toList();
    }

    private static Map<String, Double> together(
            Map<String, Double> known, Map<String, Seen> own, Map<String, Seen> all) {
        var factors = new HashMap<>(known);
        all.forEach((name, days) -> factors.put(
                name, own.getOrDefault(name, Seen.NOTHING).factor(days.factor(1, PRIOR_UNITS), COMMON_UNITS)));
        return factors;
    }

    /** The same series as if no day had been special. */
    public Panel usual() {
        if (panel.series().stream().allMatch(series -> series.specials().isEmpty())) {
            return panel;
        }
        var usual = IntStream.range(0, factors.size()).mapToObj(this::usual).toList();
        return new Panel(usual, panel.calendar());
    }

    private Series usual(int index) {
        var series = panel.series().get(index);
        var ordinary = new Ordinary(series, panel.calendar().season());
        var sold = new float[series.length()];
        for (var day = series.first(); day < sold.length; day++) {
            sold[day] = (float) usual(series, ordinary, day, of(index, day));
        }
        return new Series(series.key(), series.prices(), sold);
    }

    private static double usual(Series series, Ordinary ordinary, int day, double factor) {
        var around = factor < SHUT ? ordinary.around(day) : Double.NaN;
        return Double.isNaN(around) ? series.at(day) / factor : around;
    }

    private double of(int index, int day) {
        return Seen.product(panel.series().get(index).specials().on(day), factors.get(index));
    }

    /** What is expected of the days after those that are known, given what would be usual. */
    public double[] on(int index, double[] usual) {
        return IntStream.range(0, usual.length)
                .mapToDouble(ahead -> usual[ahead] * of(index, panel.days() + ahead))
                .toArray();
    }

    /** What is special in the days to come of a series, where anything is known of it. */
    public List<Regressor> regressors(int index, int horizon) {
        var specials = panel.series().get(index).specials();
        var ahead = new TreeMap<String, List<Integer>>();
        for (var day : specials.between(panel.days(), panel.days() + horizon)) {
            specials.on(day)
                    .forEach(name ->
                            ahead.computeIfAbsent(name, _ -> new ArrayList<>()).add(day - panel.days()));
        }
        ahead.keySet().retainAll(factors.get(index).keySet());
        return ahead.entrySet().stream()
                .map(each -> new Regressor(
                        each.getKey(), each.getValue(), factors.get(index).get(each.getKey())))
                .toList();
    }
}
