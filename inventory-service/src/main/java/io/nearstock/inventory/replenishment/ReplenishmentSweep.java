package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.PlanningRounds;
import io.nearstock.inventory.PlanningSettings;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at every row once a review period, part by part, and does what a crash left undone of an approval. */
@Component
final class ReplenishmentSweep {

    private static final String ROUND = "replenishment";
    private static final int ROWS = 500;
    private static final int APPROVALS_A_ROUND = 50;

    private final PlanningRounds rounds;
    private final Propose propose;
    private final Proposals proposals;
    private final Approve approve;
    private final PlanningSettings settings;
    private final HoldSettings holds;
    private final Clock clock;

    ReplenishmentSweep(
            PlanningRounds rounds,
            Propose propose,
            Proposals proposals,
            Approve approve,
            PlanningSettings settings,
            HoldSettings holds,
            Clock clock) {
        this.rounds = rounds;
        this.propose = propose;
        this.proposals = proposals;
        this.approve = approve;
        this.settings = settings;
        this.holds = holds;
        this.clock = clock;
    }

    /** After the start, and after the first forecasts. */
    @Scheduled(initialDelay = 90_000, fixedDelay = 10_000)
    void run() {
        while (settings.enabled() && part()) {
            // until nothing is due
        }
    }

    private boolean part() {
        var taken = rounds.take(ROUND, clock.instant(), settings.lease());
        taken.ifPresent(round -> {
            var rows = rounds.rows(round, ROWS);
            propose.forRows(rows);
            var now = clock.instant();
            rounds.done(round, rows, ROWS, now, now.plus(settings.review()));
        });
        return taken.isPresent();
    }

    @Scheduled(fixedDelay = 1000)
    void finishWhatOthersBegan() {
        for (int round = 0; round < APPROVALS_A_ROUND; round++) {
            var due = proposals.takeDue(clock.instant(), holds.lease());
            if (due.isEmpty()) {
                return;
            }
            approve.finish(due.get());
        }
    }
}
