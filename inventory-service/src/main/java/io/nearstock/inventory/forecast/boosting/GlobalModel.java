package io.nearstock.inventory.forecast.boosting;

import io.nearstock.inventory.forecast.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One model that learns from all series and forecasts each day to come directly: how far ahead it is, is one of its
 * features. Poisson deviance suits counts; each row weighs as its series does in RMSSE.
 */
public final class GlobalModel implements AutoCloseable {

    private final Features features;
    private final Trees trees;

    private GlobalModel(Features features, Trees trees) {
        this.features = features;
        this.trees = trees;
    }

    /** Learns from days of the past as they looked one day to the whole horizon before. */
    public static GlobalModel train(Panel panel, int horizon, BoostingSettings settings) {
        var features = new Features(panel);
        return new GlobalModel(features, Trees.grow(lessons(panel, horizon, features, settings), settings));
    }

    /** Takes up what was saved, for series that it may not know. */
    public static GlobalModel of(SavedModel saved, Panel panel, BoostingSettings settings) {
        return new GlobalModel(new Features(panel, saved), Trees.of(saved.trees(), settings));
    }

    public SavedModel saved() {
        return features.saved(trees.saved());
    }

    private static Rows lessons(Panel panel, int horizon, Features features, BoostingSettings settings) {
        var random = new SplittableRandom(settings.seed());
        var from = Math.max(
                features.cadence().season(), panel.days() - features.cadence().lessons());
        var all = (double) panel.series().size() * (panel.days() - from);
        var share = settings.lessons() / all;
        var rows = new Rows(Features.COUNT, (int) Math.min(all, settings.lessons() * 1.01) + 1);
        for (var series : panel.series()) {
            var of = features.of(series);
            for (var day = Math.max(from, of.first() + 1); day < panel.days(); day++) {
                var origin = day - random.nextInt(horizon);
                if (random.nextDouble() < share && origin > of.first()) {
                    of.write(rows, origin, day, series.at(day));
                }
            }
        }
        return rows;
    }

    /** The expected sales of the days after those that the panel knows, for each of its series. */
    public List<double[]> forecast(Panel panel, int horizon) {
        var later = features.of(panel);
        var forecasts = new ArrayList<double[]>(panel.series().size());
        for (var series : panel.series()) {
            var rows = new Rows(Features.COUNT, horizon + 1);
            var of = later.of(series);
            for (var ahead = 0; ahead < horizon; ahead++) {
                of.write(rows, panel.days(), panel.days() + ahead, 0);
            }
            forecasts.add(trees.predict(rows));
        }
        return forecasts;
    }

    @Override
    public void close() {
        trees.close();
    }
}
