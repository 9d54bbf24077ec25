package io.nearstock.inventory.forecast.planning;

import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import io.nearstock.inventory.forecast.selection.ForecastEngine;
import io.nearstock.inventory.forecast.selection.Trained;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Forecasts a part's series each day with what was learned about them days before, as learning is most of the work. What is
 * too old, or about too many others, is learned anew.
 */
@Component
final class DailyForecasts {

    /** To be raised with each change of what is learned. */
    private static final int EDITION = 2;

    /** The share of series that may be new. */
    private static final double MOST_MISSING = 0.1;

    private final KeptLessons kept;
    private final PlanningSettings settings;
    private final ForecastEngine engine = new ForecastEngine(BoostingSettings.DEFAULTS);

    DailyForecasts(KeptLessons kept, PlanningSettings settings) {
        this.kept = kept;
        this.settings = settings;
    }

    /**
     * One forecast for each series, in their order.
     *
     * @param part names the series together, from one day to the next
     */
    List<Forecast> forecast(String part, Panel panel, LocalDate today) {
        try (var trained = recalled(part, panel, today).orElseGet(() -> engine.train(panel, settings.horizon()))) {
            if (!trained.isRecalled()) {
                kept.keep(new PartLessons(part, today, EDITION, trained.lessons()));
                kept.forgetBefore(today.minusDays(2L * settings.relearn()));
            }
            return trained.forecast(panel, settings.horizon());
        }
    }

    private Optional<Trained> recalled(String part, Panel panel, LocalDate today) {
        return kept.find(part)
                .filter(known -> isOfUse(known, panel, today))
                .flatMap(known -> engine.recall(known.lessons(), panel));
    }

    private boolean isOfUse(PartLessons known, Panel panel, LocalDate today) {
        return known.edition() == EDITION
                && known.learnedOn().plusDays(settings.relearn()).isAfter(today)
                && known.lessons().missing(panel.series())
                        <= MOST_MISSING * panel.series().size();
    }
}
