package io.nearstock.inventory.forecast.lift;

import io.nearstock.inventory.forecast.Series;
import java.util.HashMap;
import java.util.Map;

/**
 * What was sold on special days, and what ordinary days around them would have led one to expect.
 *
 * @param sold in units
 */
record Seen(double sold, double expected) {

    static final Seen NOTHING = new Seen(0, 0);

    private static final double LEAST = 0.01;
    private static final double MOST = 10;

    /**
     * By name, from days on which all but one of the names have a factor already.
     *
     * @param known factors by name
     */
    static Map<String, Seen> of(Series series, Ordinary ordinary, Map<String, Double> known) {
        var seen = new HashMap<String, Seen>();
        for (var day : series.specials().between(series.first(), series.length())) {
            var names = series.specials().on(day);
            var unknown =
                    names.stream().filter(name -> !known.containsKey(name)).toList();
            var expected = ordinary.around(day) * product(names, known);
            if (unknown.size() == 1 && !Double.isNaN(expected)) {
                seen.merge(unknown.getFirst(), new Seen(series.at(day), expected), Seen::and);
            }
        }
        return seen;
    }

    static double product(Iterable<String> names, Map<String, Double> factors) {
        var product = 1.0;
        for (var name : names) {
            product *= factors.getOrDefault(name, 1.0);
        }
        return product;
    }

    Seen and(Seen other) {
        return new Seen(sold + other.sold, expected + other.expected);
    }

    /** Drawn towards what was thought before, which weighs as much as so many expected units (a gamma prior of a Poisson rate). */
    double factor(double before, double units) {
        return Math.clamp((sold + units * before) / (expected + units), LEAST, MOST);
    }
}
