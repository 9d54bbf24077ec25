package io.nearstock.inventory.demand;

import io.nearstock.inventory.DailyDemand;
import io.nearstock.inventory.demand.YearlyProfile.MonthFactor;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a hub's season.
 *
 * @param basis {@code hub}, or {@code all_hubs} where the hub alone has too little to tell; absent where there is no profile
 * @param missing why there is no profile: {@code short_history} or {@code little_demand}; absent where there is one
 * @param months twelve from January, or none
 */
record YearlySeason(@Nullable String basis, @Nullable String missing, List<MonthView> months) {

    /**
     * One month.
     *
     * @param factor demand as a multiple of the mean day of a year
     * @param days of the history that it rests on
     */
    record MonthView(int month, String label, double factor, int days) {

        static MonthView of(MonthFactor factor) {
            var label = factor.month().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            return new MonthView(factor.month().getValue(), label, factor.factor(), factor.days());
        }
    }

    /** Units that a hub's own season takes: the error of a factor is then about a tenth. */
    private static final double ENOUGH = 300;

    /** Units below which even all hubs together tell nothing. */
    private static final double LEAST = 100;

    /**
     * Of one hub; where it is thin, of all hubs that are old enough together, over the days that all of them know.
     *
     * @param hubs the histories of all hubs, equally long
     */
    static YearlySeason of(List<DailyDemand> hub, Collection<List<DailyDemand>> hubs) {
        if (life(hub) >= YearlyProfile.LEAST_DAYS && units(hub, life(hub)) >= ENOUGH) {
            return told("hub", List.of(hub));
        }
        var old = hubs.stream()
                .filter(each -> life(each) >= YearlyProfile.LEAST_DAYS)
                .toList();
        if (old.isEmpty()) {
            return new YearlySeason(null, "short_history", List.of());
        }
        var units = old.stream().mapToDouble(each -> units(each, common(old))).sum();
        return units < LEAST ? new YearlySeason(null, "little_demand", List.of()) : told("all_hubs", old);
    }

    private static YearlySeason told(String basis, List<List<DailyDemand>> histories) {
        var length = common(histories);
        var skipped = histories.getFirst().size() - length;
        var wanted = IntStream.range(skipped, skipped + length)
                .mapToDouble(day -> histories.stream()
                        .mapToDouble(history -> history.get(day).estimated())
                        .sum())
                .toArray();
        var profile = YearlyProfile.of(wanted, histories.getFirst().get(skipped).date());
        return new YearlySeason(
                basis, null, profile.months().stream().map(MonthView::of).toList());
    }

    private static int common(List<List<DailyDemand>> histories) {
        return histories.stream().mapToInt(YearlySeason::life).min().orElseThrow();
    }

    /** Days since the first demand. */
    private static int life(List<DailyDemand> history) {
        return IntStream.range(0, history.size())
                .filter(day -> history.get(day).estimated() > 0)
                .map(first -> history.size() - first)
                .findFirst()
                .orElse(0);
    }

    private static double units(List<DailyDemand> history, int days) {
        return history.stream()
                .skip(history.size() - days)
                .mapToDouble(DailyDemand::estimated)
                .sum();
    }
}
