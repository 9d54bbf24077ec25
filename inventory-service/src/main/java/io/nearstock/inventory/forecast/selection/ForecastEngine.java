package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Forecasts all series of a panel: back-test, weights for each series, then every method upon all that is known. */
public final class ForecastEngine {

    private static final int ORIGINS = 3;
    private static final double WORTH_NAMING = 0.1;

    private final BoostingSettings settings;

    public ForecastEngine(BoostingSettings settings) {
        this.settings = settings;
    }

    /** One forecast for each series, in their order, for the days after the last one that is known. */
    public List<Forecast> forecast(Panel panel, int horizon) {
        var test = BackTest.run(panel, horizon, ORIGINS, settings);
        var weights = Weights.from(test, panel);
        var intervals = Intervals.from(test, weights, panel);
        var accuracies = Accuracies.from(test, weights, intervals, panel);
        try (var candidates = Candidates.trained(panel, horizon, settings)) {
            var said = new Said(panel.days(), weights.combine(candidates.forecast(panel, horizon)));
            Reconciliation.reconcile(replayed(test, weights), said, panel);
            return IntStream.range(0, said.means().size())
                    .mapToObj(index -> {
                        var series = panel.series().get(index);
                        var days = Arrays.stream(said.means().get(index))
                                .mapToObj(mean -> intervals.around(index, mean))
                                .toList();
                        var accuracy = accuracies.of(index, series.squaredStep());
                        return new Forecast(series.key(), days, named(test.names(), weights.of(index)), accuracy);
                    })
                    .toList();
        }
    }

    private static List<Said> replayed(BackTest test, Weights weights) {
        return test.windows().stream()
                .map(window -> new Said(window.origin(), weights.combine(window.forecasts())))
                .toList();
    }

    private static String named(List<String> names, double[] weights) {
        return IntStream.range(0, weights.length)
                .boxed()
                .filter(method -> weights[method] >= WORTH_NAMING)
                .sorted(Comparator.comparingDouble(method -> -weights[method]))
                .map(method -> names.get(method) + " " + Math.round(100 * weights[method]) + " %")
                .collect(Collectors.joining(", "));
    }
}
