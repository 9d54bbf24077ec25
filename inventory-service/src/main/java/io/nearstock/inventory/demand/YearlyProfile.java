package io.nearstock.inventory.demand;

import static java.util.Comparator.comparingDouble;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The season of a year, apart from trend and weekdays. How many waves it has, none of them included, is what the Bayesian information
 * criterion says of fits to whole weeks (G. Schwarz, Annals of Statistics 6, 1978; the deviance over the dispersion of the richest fit,
 * as S. Richards, Journal of Applied Ecology 45, 2008), so that chance alone makes no season.
 */
record YearlyProfile(List<MonthFactor> months) {

    /**
     * One month.
     *
     * @param factor demand as a multiple of the mean day of a year
     * @param days of the history that are in it
     */
    record MonthFactor(Month month, double factor, int days) {}

    /** A year and a half: else a trend could not be told from a season. */
    static final int LEAST_DAYS = 548;

    private static final int WEEK = 7;
    private static final int MOST_WAVES = 4;
    private static final int COMMON_YEAR = 2001;
    private static final int DAYS = 365;

    /** Of what was wanted on the days from this one on, on one of them at least. */
    static YearlyProfile of(double[] wanted, LocalDate begin) {
        var fit = best(weeks(wanted), turns(wanted.length, begin));
        var waves = IntStream.range(0, DAYS)
                .mapToDouble(day -> Math.exp(fit.waves((day + 0.5) / DAYS)))
                .toArray();
        var mean = Arrays.stream(waves).average().orElseThrow();
        return new YearlyProfile(Arrays.stream(Month.values())
                .map(month -> new MonthFactor(month, of(month, waves) / mean, days(month, begin, wanted.length)))
                .toList());
    }

    /** The last whole ones: weekdays are no season. */
    private static double[] weeks(double[] wanted) {
        var skipped = wanted.length % WEEK;
        return IntStream.range(0, wanted.length / WEEK)
                .mapToDouble(week -> IntStream.range(0, WEEK)
                        .mapToDouble(day -> wanted[skipped + WEEK * week + day])
                        .sum())
                .toArray();
    }

    private static double[] turns(int days, LocalDate begin) {
        var middle = begin.plusDays(days % WEEK + WEEK / 2);
        return IntStream.range(0, days / WEEK)
                .mapToObj(week -> middle.plusWeeks(week))
                .mapToDouble(day -> (day.getDayOfYear() - 0.5) / day.lengthOfYear())
                .toArray();
    }

    private static HarmonicRegression best(double[] weeks, double[] turns) {
        var fits = IntStream.rangeClosed(0, MOST_WAVES)
                .mapToObj(waves -> new HarmonicRegression(weeks, turns, waves))
                .toList();
        var dispersion = fits.getLast().dispersion();
        return fits.stream()
                .min(comparingDouble(fit -> fit.deviance() / dispersion + fit.parameters() * Math.log(weeks.length)))
                .orElseThrow();
    }

    private static double of(Month month, double[] waves) {
        var first = LocalDate.of(COMMON_YEAR, month, 1).getDayOfYear() - 1;
        return Arrays.stream(waves, first, first + month.length(false))
                .average()
                .orElseThrow();
    }

    private static int days(Month month, LocalDate begin, int length) {
        return (int) begin.datesUntil(begin.plusDays(length))
                .filter(day -> day.getMonth() == month)
                .count();
    }
}
