package io.nearstock.inventory.forecast;

import java.util.List;

/** Series over the same days, side by side, and the calendar of these days. */
public record Panel(List<Series> series, Calendar calendar) {

    public int days() {
        return series.isEmpty() ? 0 : series.getFirst().length();
    }

    /** What was known when this many days had passed. */
    public Panel until(int days) {
        return new Panel(series.stream().map(each -> each.until(days)).toList(), calendar);
    }
}
