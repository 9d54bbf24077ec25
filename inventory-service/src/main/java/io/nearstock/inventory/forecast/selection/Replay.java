package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.forecast.Panel;

/** The back-test again with the methods combined: what would have been said, and what came. */
final class Replay {

    @FunctionalInterface
    interface Visitor {
        void day(int series, double mean, double actual);
    }

    private Replay() {}

    /** Visits every so-manieth day. */
    static void of(BackTest test, Weights weights, Panel panel, int every, Visitor visitor) {
        var visited = 0;
        for (var window : test.windows()) {
            for (var series = 0; series < panel.series().size(); series++) {
                var combined = weights.combine(series, window.forecasts().get(series));
                for (var ahead = 0; ahead < combined.length && window.origin() + ahead < panel.days(); ahead++) {
                    if (visited++ % every == 0) {
                        var actual = panel.series().get(series).at(window.origin() + ahead);
                        visitor.day(series, combined[ahead], actual);
                    }
                }
            }
        }
    }
}
