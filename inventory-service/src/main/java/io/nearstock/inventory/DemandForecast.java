package io.nearstock.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The days to come of one product at one hub.
 *
 * @param madeOn the first of its days
 * @param model what it was made from
 * @param rmsse of the back-test; null where nothing varied
 * @param covered the share of back-tested days not above p90
 * @param deviation standard error of one day's mean in the back-test, in units
 * @param regressors what else than past demand it was made from; null where nobody has said
 * @param trials what the row's price changes have shown; null where nobody has looked
 */
public record DemandForecast(
        @BsonId String id,
        LocalDate madeOn,
        List<ForecastDay> days,
        String model,
        @Nullable Double rmsse,
        @Nullable Double covered,
        double deviation,
        @Nullable List<Regressor> regressors,
        @Nullable List<PriceTrial> trials) {

    private static final int LAST_DAYS = 7;
    private static final int MOST_DAYS = 366;
    private static final double ROUNDING = 1e-9;

    /**
     * One day: the expected value, and levels that demand stays below in 10, 50 and 90 of 100 such days.
     *
     * @param p50 null where it was not kept
     */
    public record ForecastDay(
            LocalDate date,
            double mean,
            double p10,
            @Nullable Double p50,
            double p90) {}

    /**
     * What else than past demand a forecast was made from.
     *
     * @param factor how many times as much is expected on its days; null for what has no factor of its own
     * @param days on which it is; none for what is so every day
     */
    public record Regressor(String name, @Nullable Double factor, List<LocalDate> days) {}

    /** The days from a day on. */
    public List<ForecastDay> from(LocalDate day) {
        return days.stream().filter(each -> !each.date().isBefore(day)).toList();
    }

    /** So much a day it goes on with beyond its end: the mean of the last week. */
    public static double goesOnWith(List<ForecastDay> days) {
        return days.stream()
                .skip(Math.max(0, days.size() - LAST_DAYS))
                .mapToDouble(ForecastDay::mean)
                .average()
                .orElse(0);
    }

    /** The first day on which more is expected to have gone than this, from a day on; empty where that takes over a year. */
    public Optional<LocalDate> usedUp(int units, LocalDate today) {
        var days = from(today);
        var left = (double) units;
        for (var day : days) {
            left -= day.mean();
            if (left < -ROUNDING) {
                return Optional.of(day.date());
            }
        }
        var further = Math.max(0, left) / goesOnWith(days);
        return further < MOST_DAYS ? Optional.of(today.plusDays(days.size() + (long) further)) : Optional.empty();
    }
}
