package io.nearstock.inventory.holding;

import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.Holds;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends holds whose time is over, and finishes what a crash left half done. Any number of instances share the work. */
@Component
final class HoldSweep {

    private static final int HOLDS_A_ROUND = 200;

    private final Holds holds;
    private final MoveHold moveHold;
    private final HoldSettings settings;
    private final Clock clock;

    HoldSweep(Holds holds, MoveHold moveHold, HoldSettings settings, Clock clock) {
        this.holds = holds;
        this.moveHold = moveHold;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void run() {
        for (int round = 0; round < HOLDS_A_ROUND; round++) {
            var due = holds.takeDue(clock.instant(), settings.lease());
            if (due.isEmpty()) {
                return;
            }
            moveHold.attendTo(due.get());
        }
    }
}
