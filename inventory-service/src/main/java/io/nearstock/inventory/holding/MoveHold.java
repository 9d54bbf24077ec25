package io.nearstock.inventory.holding;

import io.nearstock.inventory.BackOrders;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.HoldStatus.Preparing;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.StockSteps;
import io.nearstock.inventory.TouchedRows;
import io.nearstock.inventory.Transition;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Transition.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a hold's stock back or out. The hold is stored with the step first, then the rows change, then the step is
 * closed; each part may be repeated by anybody.
 */
@Component
final class MoveHold {

    private final Holds holds;
    private final BackOrders backOrders;
    private final StockSteps steps;
    private final TouchedRows touched;
    private final HoldSettings settings;
    private final Clock clock;

    MoveHold(
            Holds holds,
            BackOrders backOrders,
            StockSteps steps,
            TouchedRows touched,
            HoldSettings settings,
            Clock clock) {
        this.holds = holds;
        this.backOrders = backOrders;
        this.steps = steps;
        this.touched = touched;
        this.settings = settings;
        this.clock = clock;
    }

    /** A hold that nobody has asked for yet is released all the same: the request may be late. */
    Transition release(String id, String reason) {
        var now = clock.instant();
        return carryOut(holds.change(
                id, () -> Hold.asked(id, Demand.unseen(id), now), hold -> hold.release(reason, now, settings.lease())));
    }

    /** What has not come cannot leave; a message that says so may be early, or a receipt has not been booked. */
    Transition ship(String id, String shipmentId, List<Portion> leaving) {
        var now = clock.instant();
        return carryOut(holds.change(id, hold -> {
            var shipped = hold.ship(shipmentId, leaving, now, settings.lease());
            return shipped instanceof Progress && !backOrders.areHere(hold, leaving)
                    ? new Contradiction("not_here", "Some of " + shipmentId + " is on back-order.")
                    : shipped;
        }));
    }

    /** Does what has become due. */
    void attendTo(Hold hold) {
        var now = clock.instant();
        if (hold.status() instanceof Preparing) {
            store(hold.abandon());
        } else if (hold.step() != null) {
            move(hold, now.plus(settings.fence()));
        } else {
            store(hold.expire(now, settings.lease()));
        }
    }

    private void store(Transition transition) {
        if (transition instanceof Progress progress && holds.save(progress)) {
            carryOut(progress);
        }
    }

    private Transition carryOut(Transition stored) {
        if (stored instanceof Progress(var from, var to)) {
            if (to.step() != null) {
                move(to, null);
            } else if (from.step() != null) {
                steps.undo(from.openStep());
                touched.add(from.openStep());
            }
        }
        return stored;
    }

    private void move(Hold hold, @Nullable Instant keptUntil) {
        var step = hold.openStep();
        steps.move(step, keptUntil);
        holds.finish(hold);
        touched.add(step);
    }
}
