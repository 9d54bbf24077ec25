package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts of the past as they would have been, from rolling origins (Tashman, 2000). The global model is trained once,
 * before the first of them.
 */
final class BackTest {

    /** One origin: what each candidate said for each series, and from which day on. */
    record Window(int origin, List<double[][]> forecasts) {}

    private final List<String> names;
    private final List<Window> windows;

    private BackTest(List<String> names, List<Window> windows) {
        this.names = names;
        this.windows = windows;
    }

    static BackTest run(Panel panel, int horizon, int origins, BoostingSettings settings) {
        var possible = Math.clamp((panel.days() - 2L * panel.calendar().season()) / horizon, 1, origins);
        var first = Math.max(1, panel.days() - possible * horizon);
        try (var candidates = Candidates.trained(panel.until(first), horizon, settings)) {
            var windows = new ArrayList<Window>();
            for (var origin = first; origin < panel.days(); origin += horizon) {
                windows.add(new Window(origin, candidates.forecast(panel.until(origin), horizon)));
            }
            return new BackTest(candidates.names(panel.calendar().season()), windows);
        }
    }

    static BackTest of(List<String> names, List<Window> windows) {
        return new BackTest(names, windows);
    }

    List<String> names() {
        return names;
    }

    List<Window> windows() {
        return windows;
    }
}
