package io.nearstock.inventory.forecast.selection;

import static java.util.stream.Collectors.toMap;

import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import io.nearstock.inventory.forecast.method.LocalMethods;
import io.nearstock.inventory.forecast.selection.Lessons.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes the forecasts of items agree with forecasts of their sums: what a department sells at a store is calmer than any of
 * its items and is forecast better by itself. Each item keeps its share of the day (top-down by forecast proportions,
 * Athanasopoulos, Ahmed and Hyndman, 2009). How a sum is forecast follows from the back-test, where what the items say
 * together is a candidate too; so little changes where the items know best.
 */
final class Reconciliation {

    private static final List<Function<SeriesKey, SeriesKey>> LEVELS = List.of(
            key -> new SeriesKey("", key.department(), key.category(), key.store(), key.region()),
            key -> new SeriesKey("", "", "", key.store(), key.region()));

    private final List<Method> methods;
    private final Panel panel;

    private Reconciliation(Panel panel) {
        this.panel = panel;
        this.methods = LocalMethods.of(panel.calendar().season());
    }

    /** How sums are best forecast, by what is said of the past, which changes as the future will. */
    static List<Sum> learn(List<Said> past, Panel panel) {
        var reconciliation = new Reconciliation(panel);
        return IntStream.range(0, LEVELS.size())
                .boxed()
                .flatMap(level -> reconciliation.learn(level, past).stream())
                .toList();
    }

    /** Changes what is said of the days to come. */
    static void reconcile(Said future, Panel panel, List<Sum> learned) {
        var reconciliation = new Reconciliation(panel);
        for (var level = 0; level < LEVELS.size(); level++) {
            reconciliation.adjust(level, future, learned);
        }
    }

    private List<Sum> learn(int level, List<Said> past) {
        var groups = groups(LEVELS.get(level));
        var totals = totals(groups);
        var windows = past.stream()
                .map(said -> new BackTest.Window(
                        said.origin(), candidates(groups.values(), totals.until(said.origin()), said)))
                .toList();
        var weights = Weights.from(BackTest.of(names(), windows), totals);
        past.forEach(said -> adjust(groups.values(), totals, said, weights));
        var of = List.copyOf(groups.keySet());
        return IntStream.range(0, of.size())
                .mapToObj(group -> new Sum(
                        level,
                        of.get(group),
                        Arrays.stream(weights.of(group)).boxed().toList()))
                .toList();
    }

    private void adjust(int level, Said future, List<Sum> learned) {
        var groups = groups(LEVELS.get(level));
        var known = learned.stream()
                .filter(sum -> sum.level() == level)
                .collect(toMap(
                        Sum::of,
                        sum -> sum.weights().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
        var weights = groups.keySet().stream()
                .map(group -> known.getOrDefault(group, itemsTogether()))
                .toList();
        adjust(groups.values(), totals(groups), future, Weights.of(weights, itemsTogether()));
    }

    /** A sum that nothing was learned about is what its items say. */
    private double[] itemsTogether() {
        var weights = new double[names().size()];
        weights[weights.length - 1] = 1;
        return weights;
    }

    private Panel totals(Map<SeriesKey, List<Integer>> groups) {
        return new Panel(groups.values().stream().map(this::total).toList(), panel.calendar());
    }

    private Map<SeriesKey, List<Integer>> groups(Function<SeriesKey, SeriesKey> level) {
        var groups = new LinkedHashMap<SeriesKey, List<Integer>>();
        for (var index = 0; index < panel.series().size(); index++) {
            var key = level.apply(panel.series().get(index).key());
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(index);
        }
        return groups;
    }

    private Series total(List<Integer> members) {
        var total = new float[panel.days()];
        for (var member : members) {
            var series = panel.series().get(member);
            for (var day = series.first(); day < total.length; day++) {
                total[day] += series.at(day);
            }
        }
        return new Series(new SeriesKey("", "", "", "", ""), PriceSteps.UNKNOWN, total);
    }

    private List<String> names() {
        var names = new ArrayList<>(methods.stream().map(Method::name).toList());
        methods.forEach(method -> names.add("items together, as many as " + method.name()));
        names.add("items together");
        return names;
    }

    private void adjust(Collection<List<Integer>> groups, Panel totals, Said said, Weights weights) {
        var all = candidates(groups, totals.until(said.origin()), said);
        var group = 0;
        for (var members : groups) {
            said.share(members, said.sum(members), weights.combine(group, all.get(group)));
            group++;
        }
    }

    /** By group, by candidate, by day. Items know the days, events and prices; the sum knows how many in all. */
    private List<double[][]> candidates(Collection<List<Integer>> groups, Panel known, Said said) {
        var horizon = said.means().getFirst().length;
        var all = new ArrayList<double[][]>(groups.size());
        for (var members : groups) {
            var total = known.series().get(all.size());
            var forecasts = new ArrayList<double[]>();
            var together = said.sum(members);
            methods.forEach(method -> forecasts.add(method.forecast(total, horizon)));
            methods.forEach(method -> forecasts.add(asMany(together, method.forecast(total, horizon))));
            forecasts.add(together);
            all.add(forecasts.toArray(double[][]::new));
        }
        return all;
    }

    /** The same days with another sum over all of them. */
    private static double[] asMany(double[] days, double[] as) {
        var sum = Arrays.stream(days).sum();
        var factor = sum > 0 ? Arrays.stream(as).sum() / sum : 1;
        return Arrays.stream(days).map(day -> day * factor).toArray();
    }
}
