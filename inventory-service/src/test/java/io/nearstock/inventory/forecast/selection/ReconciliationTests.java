package io.nearstock.inventory.forecast.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.forecast.Calendar;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTests {

    private static final int KNOWN = 84;
    private static final int HORIZON = 7;
    private static final int[] WEEK = {1, 1, 1, 2, 2, 3, 4};

    /** One of ten items of a department sells on a day, in turn; together they follow the week exactly. */
    private static Panel takingTurns() {
        var series = new ArrayList<Series>();
        for (var item = 0; item < 10; item++) {
            var sold = new float[KNOWN];
            for (var day = item; day < KNOWN; day += 10) {
                sold[day] = WEEK[day % 7];
            }
            var key = new SeriesKey("item-" + item, "food", "food", "north", "");
            series.add(new Series(key, PriceSteps.UNKNOWN, sold));
        }
        return new Panel(series, Calendar.plain(7));
    }

    /** Every item says the same of each day, which is right in the mean and wrong on every weekday. */
    private static Said flat(int origin) {
        var means = new ArrayList<double[]>();
        for (var item = 0; item < 10; item++) {
            var mean = new double[HORIZON];
            Arrays.fill(mean, Arrays.stream(WEEK).average().orElseThrow() / 10);
            means.add(mean);
        }
        return new Said(origin, means);
    }

    private static void reconcile(List<Said> past, Said future, Panel panel) {
        Reconciliation.reconcile(future, panel, Reconciliation.learn(past, panel));
    }

    @Test
    void aDepartmentsWeekReachesItemsThatDoNotShowIt() {
        var future = flat(KNOWN);

        reconcile(List.of(flat(KNOWN - 14), flat(KNOWN - 7)), future, takingTurns());

        var sum = future.sum(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        for (var ahead = 0; ahead < HORIZON; ahead++) {
            assertThat(sum[ahead]).isCloseTo(WEEK[(KNOWN + ahead) % 7], within(0.05));
        }
    }

    @Test
    void itemsKeepTheirSharesOfADay() {
        var future = flat(KNOWN);
        future.means().getFirst()[3] *= 3;

        reconcile(List.of(flat(KNOWN - 14), flat(KNOWN - 7)), future, takingTurns());

        var first = future.means().getFirst()[3];
        assertThat(first).isCloseTo(3 * future.means().getLast()[3], within(1e-9));
    }

    @Test
    void nothingIsMadeOfNothing() {
        var silent = new Said(KNOWN, List.of(new double[HORIZON]));
        var past = new Said(KNOWN - 7, List.of(new double[HORIZON]));
        var never = new Series(new SeriesKey("a", "", "", "north", ""), PriceSteps.UNKNOWN, new float[KNOWN]);

        reconcile(List.of(past), silent, new Panel(List.of(never), Calendar.plain(7)));

        assertThat(silent.means().getFirst()).containsOnly(0);
    }
}
