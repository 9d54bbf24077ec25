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

    private final Recorder recorder;
    private final TouchedRows touched;
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});

    Bookkeeping(Recorder recorder, TouchedRows touched) {
        this.recorder = recorder;
        this.touched = touched;
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("bookkeeping").start(this::run);
    }

    private void run() {
        var swept = 0L;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var rows = touched.drain(SWEEP, COALESCE);
                recorder.record(rows);
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

    @Override
    public void stop() {
        worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return worker.isAlive();
    }
}
