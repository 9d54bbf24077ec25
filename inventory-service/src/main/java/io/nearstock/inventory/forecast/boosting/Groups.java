package io.nearstock.inventory.forecast.boosting;

import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;
import io.nearstock.inventory.forecast.SeriesKey;
import java.util.HashMap;
import java.util.Map;

/** What all items of a department sold at a store together: calmer than any of them, it shows weekdays and the year. */
final class Groups {

    private record Group(String department, String store) {

        static Group of(SeriesKey key) {
            return new Group(key.department(), key.store());
        }
    }

    private final Map<Group, Past> pasts = new HashMap<>();

    Groups(Panel panel) {
        var totals = new HashMap<Group, float[]>();
        for (var series : panel.series()) {
            var total = totals.computeIfAbsent(Group.of(series.key()), _ -> new float[panel.days()]);
            for (var day = series.first(); day < series.length(); day++) {
                total[day] += series.at(day);
            }
        }
        var nameless = new SeriesKey("", "", "", "", "");
        totals.forEach((group, total) -> pasts.put(group, new Past(new Series(nameless, PriceSteps.UNKNOWN, total))));
    }

    Past of(SeriesKey key) {
        var past = pasts.get(Group.of(key));
        if (past == null) {
            throw new IllegalArgumentException("no such group: " + key);
        }
        return past;
    }
}
