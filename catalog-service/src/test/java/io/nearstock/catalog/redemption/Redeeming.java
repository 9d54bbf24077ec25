package io.nearstock.catalog.redemption;

import io.nearstock.catalog.Allowances;
import io.nearstock.catalog.Redemption.Answer.Contradiction;
import io.nearstock.catalog.RedemptionSettings;
import io.nearstock.catalog.Redemptions;
import java.time.Clock;

/** What becomes of uses, for tests in other packages. */
public final class Redeeming {

    private final Redemptions redemptions;
    private final MoveRedemption move;
    private final SettleAllowances settle;
    private final RedemptionSettings settings;
    private final Clock clock;

    public Redeeming(Redemptions redemptions, Allowances allowances, RedemptionSettings settings, Clock clock) {
        this.redemptions = redemptions;
        this.move = new MoveRedemption(redemptions, allowances, settings, clock);
        this.settle = new SettleAllowances(allowances, redemptions, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the caller is told that they are its own. */
    public boolean claim(String id, String order) {
        return !(move.claim(id, order) instanceof Contradiction);
    }

    public void release(String id, String order) {
        move.release(id, order);
    }

    /** As inventory tells that a hold has expired. */
    public void expired(String id) {
        move.releaseIfAny(id, null);
    }

    public void sweep() {
        for (var due = redemptions.takeDue(clock.instant(), settings.lease());
                due.isPresent();
                due = redemptions.takeDue(clock.instant(), settings.lease())) {
            move.attendTo(due.get());
        }
        settle.run();
    }
}
