package io.nearstock.inventory.forecast.planning;

import io.nearstock.inventory.PlanningSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that a round of forecasts is made when it is due: here, or by a process that keeps out of everybody's way. */
@Component
final class ForecastSweep {

    private final ForecastRound round;
    private final OwnProcess ownProcess;
    private final PlanningSettings settings;

    ForecastSweep(ForecastRound round, OwnProcess ownProcess, PlanningSettings settings) {
        this.round = round;
        this.ownProcess = ownProcess;
        this.settings = settings;
    }

    /** Not at the start, which has enough to do. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 10_000)
    void run() {
        if (settings.enabled() && round.isDue()) {
            if (ownProcess.isWanted()) {
                ownProcess.run();
            } else {
                round.run();
            }
        }
    }
}
