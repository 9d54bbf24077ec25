package io.nearstock.inventory.forecast.evaluation;

import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Method;
import io.nearstock.inventory.forecast.Outlook;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.Pinball;
import io.nearstock.inventory.forecast.method.MovingAverage;
import io.nearstock.inventory.forecast.method.SeasonalMean;
import io.nearstock.inventory.forecast.method.SeasonalNaive;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Our forecasts beside simple ones, on days that none of them knew. */
final class Report {

    private final Panel all;
    private final Panel known;
    private final List<Forecast> forecasts;
    private final int horizon;

    private Report(Panel all, Panel known, List<Forecast> forecasts) {
        this.all = all;
        this.known = known;
        this.forecasts = forecasts;
        this.horizon = forecasts.getFirst().days().size();
    }

    static Report of(Panel all, Panel known, List<Forecast> forecasts) {
        return new Report(all, known, forecasts);
    }

    void print(PrintStream out) {
        var season = all.calendar().season();
        out.printf("%nscored: %d days%n", Math.min(horizon, all.days() - known.days()));
        out.printf("%-20s %12s %12s %12s%n", "", "mean RMSSE", "weighted", "12 levels");
        print(out, new SeasonalNaive(1));
        print(out, new SeasonalNaive(season));
        print(out, new SeasonalMean(season, 8));
        print(out, new MovingAverage(4 * season));
        print(out, "nearstock", forecasts.stream().map(Report::means).toList());
        printQuantiles(out);
    }

    private static double[] means(Forecast forecast) {
        return forecast.days().stream().mapToDouble(Outlook::mean).toArray();
    }

    private void print(PrintStream out, Method method) {
        var said = known.series().stream()
                .map(series -> method.forecast(series, horizon))
                .toList();
        print(out, method.name(), said);
    }

    private void print(PrintStream out, String name, List<double[]> said) {
        var means = new Means(all, known.days());
        out.printf(
                Locale.ROOT,
                "%-20s %12.4f %12.4f %12.4f%n",
                name,
                means.rmsse(said),
                means.weighted(said),
                means.wrmsse(said));
    }

    private void printQuantiles(PrintStream out) {
        out.printf("%n%-20s %12s %12s%n", "", "pinball", "at or below");
        print(out, "p10", 0.1, Outlook::p10);
        print(out, "p50", 0.5, Outlook::p50);
        print(out, "p90", 0.9, Outlook::p90);
    }

    private void print(PrintStream out, String name, double probability, ToDoubleFunction<Outlook> quantile) {
        var loss = 0.0;
        var below = 0;
        var days = Math.min(horizon, all.days() - known.days());
        for (var index = 0; index < forecasts.size(); index++) {
            for (var ahead = 0; ahead < days; ahead++) {
                var level = quantile.applyAsDouble(forecasts.get(index).days().get(ahead));
                var actual = all.series().get(index).at(known.days() + ahead);
                loss += Pinball.loss(probability, level, actual);
                below += actual <= level ? 1 : 0;
            }
        }
        var count = (double) days * forecasts.size();
        out.printf(Locale.ROOT, "%-20s %12.4f %11.1f%%%n", name, loss / count, 100 * below / count);
    }
}
