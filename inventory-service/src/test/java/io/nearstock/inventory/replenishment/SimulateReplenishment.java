package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.replenishment.SimulatedShelves.Figures;
import io.nearstock.inventory.replenishment.SimulatedShelves.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Buys by the rule of production and by two simple ones for shelves whose demand is a file's real sales, and says what came
 * of it: {@code SimulateReplenishment days|months sales.csv.gz every-nth-series chart.svg}. The figures in
 * docs/forecasting.md are its.
 */
final class SimulateReplenishment {

    private SimulateReplenishment() {}

    public static void main(String[] arguments) throws IOException {
        var began = Instant.now();
        var setting = arguments[0].equals("days") ? ShelfSetting.DAYS : ShelfSetting.MONTHS;
        var sales = SimulatedSales.read(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        var shelves = new SimulatedShelves(sales, setting);
        say("%d series, forecast after %d s".formatted(sales.size(), seconds(began)));
        var curves = List.of(
                curve("nearstock (s, S)", shelves::production, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995),
                curve("min/max of last year", shelves::lastYear, setting.minimums()),
                curve("last month", shelves::lastMonth, setting.minimums()));
        say("rule | fill rate | out of stock | average stock | orders a series");
        curves.forEach(curve -> curve.print(shelves));
        Files.writeString(
                Path.of(arguments[3]),
                new StockChart(curves.stream().map(curve -> curve.line(shelves)).toList()).svg());
        say("done after %d s".formatted(seconds(began)));
    }

    private record Curve(String name, List<Double> levels, List<Rule> rules) {

        void print(SimulatedShelves shelves) {
            for (var index = 0; index < rules.size(); index++) {
                say(row(name + " " + levels.get(index), shelves.run(rules.get(index))));
            }
        }

        StockChart.Line line(SimulatedShelves shelves) {
            var points = new ArrayList<Figures>();
            rules.forEach(rule -> points.add(shelves.run(rule)));
            return new StockChart.Line(name, points);
        }
    }

    private interface RuleAt {

        Rule at(double level);
    }

    private static Curve curve(String name, RuleAt rule, double... levels) {
        var all = DoubleStream.of(levels).boxed().toList();
        return new Curve(name, all, all.stream().map(rule::at).toList());
    }

    private static String row(String name, Figures figures) {
        return String.format(
                Locale.ROOT,
                "%s | %.1f %% | %.1f %% | %.2f | %.1f",
                name,
                100 * figures.fillRate(),
                100 * figures.outOfStock(),
                figures.averageStock(),
                figures.orders());
    }

    private static void say(String what) {
        System.out.println(what);
    }

    private static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }
}
