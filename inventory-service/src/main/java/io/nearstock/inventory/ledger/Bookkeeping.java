package io.nearstock.inventory.ledger;

import io.nearstock.inventory.TouchedRows;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps ledger and levels 100 ms behind the rows, and sweeps each second for what a crash left behind. */
@Component
final class Bookkeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);
    private static final Duration COALESCE = Duration.ofMillis(100);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Recorder recorder;
    private final TouchedRows touched;
    private Thread worker = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;

    Bookkeeping(Recorder recorder, TouchedRows touched) {
        this.recorder = recorder;
        this.touched = touched;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("bookkeeping").start(this::run);
    }

    private void run() {
        var swept = 0L;
        while (running) {
            try {
                recorder.record(touched.drain(SWEEP, COALESCE));
                if (System.nanoTime() - swept > SWEEP.toNanos()) {
                    recorder.recordNeglected();
                    swept = System.nanoTime();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                // Nothing is lost: the rows say themselves that they wait. Not even a bug may end this loop.
                LOG.warn("the ledger falls behind and will catch up", failure);
            }
        }
    }

    /** Lets the round that has begun come to its end; what is touched later waits for the next start or instance. */
    @Override
    public void stop() {
        running = false;
        try {
            worker.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the first request and after the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
