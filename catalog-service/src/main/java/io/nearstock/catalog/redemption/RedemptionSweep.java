package io.nearstock.catalog.redemption;

import io.nearstock.catalog.RedemptionSettings;
import io.nearstock.catalog.Redemptions;
import io.nearstock.catalog.Rounds;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends what nobody claimed in time and finishes what a crash left half done. Any number of instances share the work. */
@Component
final class RedemptionSweep implements Rounds.Worker {

    private static final int A_ROUND = 200;

    private final Redemptions redemptions;
    private final MoveRedemption move;
    private final SettleAllowances settle;
    private final RedemptionSettings settings;
    private final Clock clock;
    private final Rounds rounds;

    RedemptionSweep(
            Redemptions redemptions,
            MoveRedemption move,
            SettleAllowances settle,
            RedemptionSettings settings,
            Clock clock) {
        this.redemptions = redemptions;
        this.move = move;
        this.settle = settle;
        this.settings = settings;
        this.clock = clock;
        this.rounds = new Rounds("redemption-sweeps", settings.sweep(), this::sweep);
    }

    private void sweep() {
        for (int round = 0; round < A_ROUND; round++) {
            var due = redemptions.takeDue(clock.instant(), settings.lease());
            if (due.isEmpty()) {
                break;
            }
            move.attendTo(due.get());
        }
        settle.run();
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
