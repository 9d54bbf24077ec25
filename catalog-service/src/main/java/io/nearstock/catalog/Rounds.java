package io.nearstock.catalog;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does some work again and again while the service runs, in a thread of its own. What fails is tried again in the next round. */
public final class Rounds {

    /** A component whose work is done in rounds; every instance has one. */
    public interface Worker extends SmartLifecycle {

        Rounds rounds();

        @Override
        default void start() {
            rounds().begin();
        }

        @Override
        default void stop() {
            rounds().end();
        }

        @Override
        default boolean isRunning() {
            return rounds().thread != null;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration rest;
    private final Runnable round;
    private final Semaphore nudges = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /** Each round begins so long after the one before has ended, or when it is nudged. */
    public Rounds(String name, Duration rest, Runnable round) {
        this.name = name;
        this.rest = rest;
        this.round = round;
    }

    /** Says that there is something to do. */
    public void nudge() {
        nudges.release();
    }

    private void begin() {
        var begun = Thread.ofVirtual().name(name).unstarted(this::goRound);
        thread = begun; // before it looks whether it is still wanted
        begun.start();
    }

    private void end() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    private void goRound() {
        while (thread == Thread.currentThread()) {
            tryRound();
            try {
                var _ = nudges.tryAcquire(rest.toMillis(), MILLISECONDS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void tryRound() {
        try {
            round.run();
        } catch (RuntimeException failure) {
            LOG.warn("{} rest, and are tried again", name, failure);
        }
    }
}
