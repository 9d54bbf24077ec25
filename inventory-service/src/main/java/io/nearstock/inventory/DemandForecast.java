package io.nearstock.inventory;

import java.time.LocalDate;
import java.util.List;
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
 */
public record DemandForecast(
        @BsonId String id,
        LocalDate madeOn,
        List<ForecastDay> days,
        String model,
        @Nullable Double rmsse,
        @Nullable Double covered,
        double deviation) {

    /** One day: the expected value, and levels that demand stays below in 10, 50 and 90 of 100 such days. */
    public record ForecastDay(LocalDate date, double mean, double p10, double p50, double p90) {}

    /** The days from a day on. */
    public List<ForecastDay> from(LocalDate day) {
        return days.stream().filter(each -> !each.date().isBefore(day)).toList();
    }
}
