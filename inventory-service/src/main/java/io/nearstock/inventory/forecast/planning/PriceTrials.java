package io.nearstock.inventory.forecast.planning;

import io.nearstock.inventory.PriceTrial;
import io.nearstock.inventory.forecast.Series;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The natural experiments of a series: its price changes, with whole weeks of ordinary days on either side. */
final class PriceTrials {

    private static final int WEEK = 7;
    private static final int LONGEST = 4 * WEEK;
    private static final int MOST = 8;

    private record Sold(int days, double units) {}

    private PriceTrials() {}

    /** The latest ones, the oldest first; none where nothing was sold on either side. */
    static List<PriceTrial> of(Series series) {
        var changes = IntStream.range(series.first() + 1, series.length())
                .filter(day -> series.prices().at(day) != series.prices().at(day - 1))
                .boxed()
                .toList();
        var trials = IntStream.range(0, changes.size())
                .boxed()
                .flatMap(index -> trial(series, changes, index))
                .toList();
        return trials.subList(Math.max(0, trials.size() - MOST), trials.size());
    }

    private static Stream<PriceTrial> trial(Series series, List<Integer> changes, int index) {
        var day = changes.get(index);
        var begin = index == 0 ? series.first() : changes.get(index - 1);
        var end = index == changes.size() - 1 ? series.length() : changes.get(index + 1);
        var before = sold(series, day - weeks(day - begin), day);
        var after = sold(series, day, day + weeks(end - day));
        return before.days() == 0 || after.days() == 0 || before.units() + after.units() == 0
                ? Stream.empty()
                : Stream.of(new PriceTrial(
                        (double) series.prices().at(day) / series.prices().at(day - 1),
                        before.days(),
                        before.units(),
                        after.days(),
                        after.units()));
    }

    private static int weeks(int days) {
        return Math.min(LONGEST, days) / WEEK * WEEK;
    }

    private static Sold sold(Series series, int from, int until) {
        var ordinary = IntStream.range(from, until)
                .filter(day -> series.specials().on(day).isEmpty())
                .toArray();
        var units = IntStream.of(ordinary).mapToDouble(series::at).sum();
        return new Sold(ordinary.length, units);
    }
}
