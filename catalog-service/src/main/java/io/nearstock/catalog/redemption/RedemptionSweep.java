package io.nearstock.catalog.redemption;

import io.nearstock.catalog.RedemptionSettings;
import io.nearstock.catalog.Redemptions;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Ends what nobody claimed in time and finishes what a crash left half done. Any number of instances share the work. */
@Component
final class RedemptionSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedemptionSweep.class);
    private static final int A_ROUND = 200;

    private final Redemptions redemptions;
    private final MoveRedemption move;
    private final SettleAllowances settle;
    private final RedemptionSettings settings;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

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
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("redemption-sweep").start(this::sweepOn);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sweepOn() {
        while (running) {
            try {
                Thread.sleep(settings.sweep());
                sweep();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                // Nothing is lost: what is due says so itself. Not even a bug may end this loop.
                log.warn("a sweep failed and will be repeated", failure);
            }
        }
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
}
