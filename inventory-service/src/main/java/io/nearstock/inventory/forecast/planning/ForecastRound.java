package io.nearstock.inventory.forecast.planning;

import io.nearstock.inventory.OrderedLines;
import io.nearstock.inventory.PlanningRounds;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PromotedTimes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Forecasts every row once a day, soon after midnight, part by part; any number of processes share the parts. */
@Component
final class ForecastRound {

    private static final String ROUND = "forecasts";
    private static final int HOURS_AFTER_MIDNIGHT = 1;

    private final PlanningRounds rounds;
    private final PlanForecasts plan;
    private final OrderedLines lines;
    private final PromotedTimes promotions;
    private final PlanningSettings settings;
    private final Clock clock;

    ForecastRound(
            PlanningRounds rounds,
            PlanForecasts plan,
            OrderedLines lines,
            PromotedTimes promotions,
            PlanningSettings settings,
            Clock clock) {
        this.rounds = rounds;
        this.plan = plan;
        this.lines = lines;
        this.promotions = promotions;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isDue() {
        return rounds.isDue(ROUND, clock.instant());
    }

    /** Until nothing is due. */
    void run() {
        while (part()) {
            // each part is taken by itself
        }
    }

    private boolean part() {
        var taken = rounds.take(ROUND, clock.instant(), settings.lease());
        taken.ifPresent(round -> {
            var rows = rounds.rows(round, settings.panel());
            plan.plan(rows);
            var now = clock.instant();
            forgetBefore(settings.dayOf(now).minusDays(settings.history()));
            rounds.done(round, rows, settings.panel(), now, nextNight(now));
        });
        return taken.isPresent();
    }

    /** No forecast looks further back. */
    private void forgetBefore(LocalDate day) {
        lines.forgetBefore(day);
        promotions.forgetBefore(day);
    }

    private Instant nextNight(Instant now) {
        var tomorrow = settings.dayOf(now).plusDays(1);
        return tomorrow.atTime(HOURS_AFTER_MIDNIGHT, 0).atZone(settings.zone()).toInstant();
    }
}
