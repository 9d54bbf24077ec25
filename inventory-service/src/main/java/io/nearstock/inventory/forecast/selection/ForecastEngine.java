package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import java.util.List;
import java.util.Optional;

/** Forecasts all series of a panel: back-test, weights for each series, then every method upon all that is known. */
public final class ForecastEngine {

    private final BoostingSettings settings;

    public ForecastEngine(BoostingSettings settings) {
        this.settings = settings;
    }

    /** One forecast for each series, in their order, for the days after the last one that is known. */
    public List<Forecast> forecast(Panel panel, int horizon) {
        try (var trained = train(panel, horizon)) {
            return trained.forecast(panel, horizon);
        }
    }

    /** Learns what {@link #recall} needs later; most of a forecast's work. */
    public Trained train(Panel panel, int horizon) {
        return Trained.on(panel, horizon, settings);
    }

    /**
     * Takes up what was learned on an earlier day; nothing where this machine has no LightGBM and the other had.
     *
     * @param panel what is known now; it may have other series
     */
    public Optional<Trained> recall(Lessons lessons, Panel panel) {
        try {
            return Optional.of(Trained.recalled(lessons, panel, settings));
        } catch (LinkageError _) {
            return Optional.empty();
        }
    }
}
