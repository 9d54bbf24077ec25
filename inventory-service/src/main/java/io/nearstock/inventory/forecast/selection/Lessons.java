package io.nearstock.inventory.forecast.selection;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.nearstock.inventory.forecast.Forecast.Accuracy;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import io.nearstock.inventory.forecast.boosting.SavedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a training found out about a panel. With it the same series are forecast on later days without a back-test.
 *
 * @param methods whose forecasts are combined
 * @param others what holds for a series that was not there
 * @param model null where there is none
 */
public record Lessons(
        List<String> methods,
        Item others,
        List<Item> items,
        Widths widths,
        List<Sum> sums,
        @Nullable SavedModel model) {

    /**
     * Of one series.
     *
     * @param weights by method, 1 in all
     * @param dispersion variance over mean
     */
    public record Item(SeriesKey key, List<Double> weights, double dispersion, Accuracy accuracy) {}

    /** How much wider or narrower than the distribution each quantile is. */
    public record Widths(double low, double middle, double high) {}

    /** How a sum of series is forecast: the weights of its methods. */
    public record Sum(int level, SeriesKey of, List<Double> weights) {}

    static Lessons from(BackTest test, Panel panel) {
        var weights = Weights.from(test, panel);
        var intervals = Intervals.from(test, weights, panel);
        var accuracies = Accuracies.from(test, weights, intervals, panel);
        var items = IntStream.range(0, panel.series().size())
                .mapToObj(index -> {
                    var series = panel.series().get(index);
                    var accuracy = accuracies.of(index, series.squaredStep());
                    return new Item(series.key(), boxed(weights.of(index)), intervals.dispersion(index), accuracy);
                })
                .toList();
        var others = others(items, weights, intervals);
        var sums = Reconciliation.learn(replayed(test, weights), panel);
        return new Lessons(test.names(), others, items, intervals.widths(), sums, null);
    }

    private static Item others(List<Item> items, Weights weights, Intervals intervals) {
        var accuracy = new Accuracy(
                mean(items, item -> item.accuracy().rmsse()),
                mean(items, item -> item.accuracy().covered()));
        return new Item(new SeriesKey("", "", "", "", ""), boxed(weights.ofOthers()), intervals.ofOthers(), accuracy);
    }

    private static double mean(List<Item> items, ToDoubleFunction<Item> figure) {
        return items.stream().mapToDouble(figure).average().orElse(0);
    }

    private static List<Said> replayed(BackTest test, Weights weights) {
        return test.windows().stream()
                .map(window -> new Said(window.origin(), weights.combine(window.forecasts())))
                .toList();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    Lessons with(@Nullable SavedModel found) {
        return new Lessons(methods, others, items, widths, sums, found);
    }

    /** What holds for each of these series, in their order. */
    List<Item> of(List<Series> series) {
        var known = byKey();
        return series.stream()
                .map(each -> known.getOrDefault(each.key(), others))
                .toList();
    }

    /** How many of these series were not there. */
    public long missing(List<Series> series) {
        var known = byKey();
        return series.stream().filter(each -> !known.containsKey(each.key())).count();
    }

    private Map<SeriesKey, Item> byKey() {
        return items.stream().collect(toMap(Item::key, identity(), (first, _) -> first));
    }
}
