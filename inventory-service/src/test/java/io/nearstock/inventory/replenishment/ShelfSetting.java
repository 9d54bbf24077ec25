package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.forecast.Calendar;
import java.time.LocalDate;
import java.util.List;

/**
 * What is simulated, in periods of the file.
 *
 * @param periods how many at the end of the file are simulated
 * @param between how many from one forecast to the next
 * @param leadTime mean, of all rules' orders alike
 * @param year so many make one: what a simple rule is set from
 * @param month so many make one
 */
record ShelfSetting(
        Calendar calendar,
        int periods,
        int between,
        int horizon,
        int leadTime,
        double leadTimeDeviation,
        int pack,
        int cover,
        int year,
        int month) {

    static final LocalDate START = LocalDate.parse("2011-01-29");

    /** A week's lead time, give or take a quarter; packs of six, which last a week or more. */
    static final ShelfSetting DAYS =
            new ShelfSetting(Calendar.from(START, List.of()), 168, 14, 28, 7, 1.75, 6, 7, 364, 28);

    /** Slow parts that come by one, a month or two after they are ordered. */
    static final ShelfSetting MONTHS = new ShelfSetting(Calendar.plain(12), 12, 1, 6, 1, 0.5, 1, 1, 12, 1);

    /** Reorder points of simple rules, as multiples of the demand over a lead time. */
    double[] minimums() {
        return new double[] {1, 1.5, 2, 3, 4};
    }
}
