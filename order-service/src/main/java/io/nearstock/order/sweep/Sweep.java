package io.nearstock.order.sweep;

import io.nearstock.order.Aside;
import io.nearstock.order.SweepSettings;
import io.nearstock.order.sweep.DueOrders.Due;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for due orders again and again; any number of instances do so side by side. */
@Component
final class Sweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final DueOrders dueOrders;
    private final FinishOrder finishOrder;
    private final Aside aside;
    private final SweepSettings settings;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    Sweep(DueOrders dueOrders, FinishOrder finishOrder, Aside aside, SweepSettings settings, Clock clock) {
        this.dueOrders = dueOrders;
        this.finishOrder = finishOrder;
        this.aside = aside;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("sweep").start(this::sweepOn);
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
                aside.run(this::sweep).get();
                Thread.sleep(settings.every());
            } catch (ExecutionException failed) {
                log.warn("a sweep failed and will be repeated", failed.getCause());
                LockSupport.parkNanos(settings.every().toNanos());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Takes what is due, all at once, and waits for it. */
    private int sweep() throws InterruptedException {
        var now = clock.instant();
        var until = now.plus(settings.lease());
        var taken = dueOrders.at(now).stream()
                .filter(due -> dueOrders.lease(due, until))
                .map(due -> aside.run(() -> finish(due, until)))
                .toList();
        for (var finishing : taken) {
            await(finishing);
        }
        return taken.size();
    }

    private String finish(Due due, Instant until) {
        finishOrder.finish(due.id(), until);
        return due.id();
    }

    private static void await(Future<String> finishing) throws InterruptedException {
        try {
            finishing.get();
        } catch (ExecutionException failed) {
            log.error("an unfinished order could not be finished and will be tried again", failed.getCause());
        }
    }
}
