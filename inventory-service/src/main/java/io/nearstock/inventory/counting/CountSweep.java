package io.nearstock.inventory.counting;

import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.StockCounts;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what a crash left half done. Any number of instances share the work. */
@Component
final class CountSweep {

    private static final int COUNTS_A_ROUND = 50;

    private final StockCounts counts;
    private final HoldSettings settings;
    private final Clock clock;

    CountSweep(StockCounts counts, HoldSettings settings, Clock clock) {
        this.counts = counts;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void run() {
        for (int round = 0; round < COUNTS_A_ROUND; round++) {
            var due = counts.takeDue(clock.instant(), settings.lease());
            if (due.isEmpty()) {
                return;
            }
            counts.finish(due.get());
        }
    }
}
