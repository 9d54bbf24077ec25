package io.nearstock.inventory.replenishment;

import static io.nearstock.inventory.replenishment.ShelfSetting.START;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecast.ForecastDay;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import io.nearstock.inventory.forecast.selection.ForecastEngine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Shelves whose demand is what was really sold. Unmet demand is lost; lead times vary, and all rules meet the same ones. */
final class SimulatedShelves {

    /** How many to order for a series in a period, at a position, where the shelf sold so much before. */
    @FunctionalInterface
    interface Rule {

        int order(int series, int period, int position, float[] sold);
    }

    /**
     * What came of a rule.
     *
     * @param fillRate units sold of units wanted
     * @param outOfStock periods that wanted more than there was
     * @param averageStock units a series, at the end of a period
     * @param orders a series
     */
    record Figures(double fillRate, double outOfStock, double averageStock, double orders) {}

    private record Delivery(int period, int units) {}

    private final List<Series> all;
    private final ShelfSetting setting;
    private final int begin;
    private final List<List<DemandForecast>> forecasts = new ArrayList<>();

    SimulatedShelves(List<Series> all, ShelfSetting setting) {
        this.all = all;
        this.setting = setting;
        this.begin = all.getFirst().length() - setting.periods();
        forecast();
    }

    /** By the code of production, less often; it sees no period before its time. */
    private void forecast() {
        var engine = new ForecastEngine(BoostingSettings.DEFAULTS);
        for (var now = begin; now < begin + setting.periods(); now += setting.between()) {
            var known = new Panel(all, setting.calendar()).until(now);
            var said = engine.forecast(known, setting.horizon());
            var today = now;
            forecasts.add(IntStream.range(0, all.size())
                    .mapToObj(index -> kept(said.get(index), known.series().get(index), today))
                    .toList());
        }
    }

    private static DemandForecast kept(Forecast said, Series series, int today) {
        var days = IntStream.range(0, said.days().size())
                .mapToObj(index -> {
                    var outlook = said.days().get(index);
                    return new ForecastDay(
                            START.plusDays(today + index), outlook.mean(), outlook.p10(), outlook.p50(), outlook.p90());
                })
                .toList();
        var error = said.accuracy().rmsse() * Math.sqrt(series.squaredStep());
        return new DemandForecast(
                series.key().item(),
                START.plusDays(today),
                days,
                said.model(),
                null,
                null,
                Double.isFinite(error) ? error : 0,
                null,
                null);
    }

    Rule production(double serviceLevel) {
        var rule = new ReplenishmentRule(settings(serviceLevel));
        var offers = List.of(new SupplyOffer(
                "sup_1", new Money(100, "USD"), 1, setting.pack(), setting.leadTime(), setting.leadTimeDeviation()));
        return (series, period, position, _) -> {
            var latest = Math.min(period - begin, setting.periods() - 1) / setting.between();
            return rule.need(position, forecasts.get(latest).get(series), offers, START.plusDays(period))
                    .map(Need::quantity)
                    .orElse(0);
        };
    }

    private PlanningSettings settings(double serviceLevel) {
        var usual = PlanningSettings.DEFAULTS;
        return new PlanningSettings(
                true,
                usual.zone(),
                usual.history(),
                usual.horizon(),
                usual.panel(),
                usual.relearn(),
                usual.lease(),
                usual.review(),
                serviceLevel,
                usual.leadTimeDays(),
                usual.leadTimeVariation(),
                setting.cover(),
                usual.quiet(),
                usual.transferKmCost());
    }

    /** A minimum that is set once, from a year of real demand. */
    Rule lastYear(double leadTimes) {
        return (series, _, position, _) ->
                between(position, leadTimes, all.get(series).mean(begin - setting.year(), begin));
    }

    /** A minimum from what the shelf itself sold in the last month. */
    Rule lastMonth(double leadTimes) {
        return (_, period, position, sold) -> {
            var sum = 0.0;
            for (var past = period - setting.month(); past < period; past++) {
                sum += sold[past];
            }
            return between(position, leadTimes, sum / setting.month());
        };
    }

    private int between(int position, double leadTimes, double mean) {
        var least = (int) Math.ceil(leadTimes * setting.leadTime() * mean);
        var most = least + (int) Math.ceil(setting.cover() * mean);
        return position > least || most <= position
                ? 0
                : Math.ceilDiv(most - position, setting.pack()) * setting.pack();
    }

    Figures run(Rule rule) {
        var wanted = 0.0;
        var sold = 0.0;
        var out = 0.0;
        var stock = 0.0;
        var orders = 0.0;
        for (var series = 0; series < all.size(); series++) {
            var shelf = new Shelf(series, rule);
            shelf.live();
            wanted += shelf.wanted;
            sold += shelf.sales;
            out += shelf.out;
            stock += shelf.evenings;
            orders += shelf.orders;
        }
        var periods = (double) all.size() * setting.periods();
        return new Figures(sold / wanted, out / periods, stock / periods, orders / all.size());
    }

    private final class Shelf {

        private final int series;
        private final Rule rule;
        private final Series demand;
        private final float[] sold;
        private final Queue<Delivery> coming = new ArrayDeque<>();
        private int stock;
        private long wanted;
        private long sales;
        private long evenings;
        private int out;
        private int orders;

        private Shelf(int series, Rule rule) {
            this.series = series;
            this.rule = rule;
            this.demand = all.get(series);
            this.sold = new float[demand.length()];
        }

        /** It begins with what the rule itself would have there. */
        private void live() {
            for (var period = 0; period < begin; period++) {
                sold[period] = demand.at(period);
            }
            stock = rule.order(series, begin, 0, sold);
            for (var period = begin; period < demand.length(); period++) {
                unpack(period);
                sell(period);
                order(period + 1);
            }
        }

        private void unpack(int period) {
            stock += coming.stream()
                    .filter(each -> each.period() <= period)
                    .mapToInt(Delivery::units)
                    .sum();
            coming.removeIf(each -> each.period() <= period);
        }

        private void sell(int period) {
            var asked = (int) demand.at(period);
            var took = Math.min(asked, stock);
            sold[period] = took;
            stock -= took;
            wanted += asked;
            sales += took;
            out += asked > took ? 1 : 0;
            evenings += stock;
        }

        /** In the evening, with the figures of tomorrow's morning. */
        private void order(int tomorrow) {
            if (tomorrow >= demand.length()) {
                return;
            }
            var position = stock + coming.stream().mapToInt(Delivery::units).sum();
            var units = rule.order(series, tomorrow, position, sold);
            if (units > 0) {
                coming.add(new Delivery(tomorrow + leadTime(tomorrow), units));
                orders++;
            }
        }

        private int leadTime(int period) {
            var chance = new SplittableRandom(31L * series + 1_000_003L * period).nextGaussian();
            return (int) Math.max(1, Math.round(setting.leadTime() + setting.leadTimeDeviation() * chance)) - 1;
        }
    }
}
