package io.nearstock.inventory.transfer;

import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.Transfers;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what a crash left half done. Any number of instances share the work. */
@Component
final class TransferSweep {

    private static final int TRANSFERS_A_ROUND = 50;

    private final Transfers transfers;
    private final HoldSettings settings;
    private final Clock clock;

    TransferSweep(Transfers transfers, HoldSettings settings, Clock clock) {
        this.transfers = transfers;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void run() {
        for (int round = 0; round < TRANSFERS_A_ROUND; round++) {
            var due = transfers.takeDue(clock.instant(), settings.lease());
            if (due.isEmpty()) {
                return;
            }
            transfers.finish(due.get());
        }
    }
}
