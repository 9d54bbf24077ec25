package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.Regressor;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import io.nearstock.inventory.forecast.lift.Lifts;
import io.nearstock.inventory.forecast.selection.Lessons.Item;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Methods and what was learned about them: forecasts the series it learned from, that day or a later one. */
public final class Trained implements AutoCloseable {

    private static final int ORIGINS = 3;
    private static final double WORTH_NAMING = 0.1;

    private final Lessons lessons;
    private final Candidates candidates;
    private final boolean recalled;

    private Trained(Lessons lessons, Candidates candidates, boolean recalled) {
        this.lessons = lessons;
        this.candidates = candidates;
        this.recalled = recalled;
    }

    static Trained on(Panel panel, int horizon, BoostingSettings settings) {
        var usual = Lifts.learn(panel).usual();
        var test = BackTest.run(usual, horizon, ORIGINS, settings);
        var lessons = Lessons.from(test, usual);
        return new Trained(lessons, Candidates.trained(test.names(), usual, horizon, settings), false);
    }

    static Trained recalled(Lessons lessons, Panel panel, BoostingSettings settings) {
        return new Trained(lessons, Candidates.recalled(lessons.model(), panel, settings), true);
    }

    /** Whether its lessons are of an earlier day. */
    public boolean isRecalled() {
        return recalled;
    }

    /** To be kept for another day. */
    public Lessons lessons() {
        return lessons.with(candidates.saved().orElse(null));
    }

    /** One forecast for each series, in their order, for the days after the last one that is known. */
    public List<Forecast> forecast(Panel panel, int horizon) {
        var lifts = Lifts.learn(panel);
        var items = lessons.of(panel.series());
        var usual = usual(lifts.usual(), items, horizon);
        var intervals = intervals(items);
        return IntStream.range(0, items.size())
                .mapToObj(index -> {
                    var days = Arrays.stream(lifts.on(index, usual.get(index)))
                            .mapToObj(mean -> intervals.around(index, mean))
                            .toList();
                    var series = panel.series().get(index);
                    var regressors = Stream.concat(daily(series), lifts.regressors(index, horizon).stream())
                            .toList();
                    var item = items.get(index);
                    return new Forecast(series.key(), days, named(weights(item)), regressors, item.accuracy());
                })
                .toList();
    }

    private List<double[]> usual(Panel panel, List<Item> items, int horizon) {
        var weights = items.stream().map(Trained::weights).toList();
        var combined = Weights.of(weights, weights(lessons.others())).combine(candidates.forecast(panel, horizon));
        var said = new Said(panel.days(), combined);
        Reconciliation.reconcile(said, panel, lessons.sums());
        return said.means();
    }

    /** Categories make sums; of prices only trees learn. */
    private Stream<Regressor> daily(Series series) {
        var category = series.key().category().isEmpty() ? Stream.<String>empty() : Stream.of(Regressor.CATEGORY);
        var price = candidates.haveTrees() && series.prices().isKnown()
                ? Stream.of(Regressor.PRICE)
                : Stream.<String>empty();
        return Stream.concat(category, price).map(Regressor::daily);
    }

    private static double[] weights(Item item) {
        return item.weights().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Intervals intervals(List<Item> items) {
        var dispersions = items.stream().mapToDouble(Item::dispersion).toArray();
        return new Intervals(dispersions, lessons.others().dispersion(), lessons.widths());
    }

    private String named(double[] weights) {
        return IntStream.range(0, weights.length)
                .boxed()
                .filter(method -> weights[method] >= WORTH_NAMING)
                .sorted(Comparator.comparingDouble(method -> -weights[method]))
                .map(method -> lessons.methods().get(method) + " " + Math.round(100 * weights[method]) + " %")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        candidates.close();
    }
}
