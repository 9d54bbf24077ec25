package io.nearstock.acceptance.load.traffic;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.nearstock.acceptance.load.gauge.Latencies;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Visitors who share a number of turns. With a rate the loop is open: each turn has its moment whether or not the one
 * before has been answered, and who waits for a free visitor waits on the clock of the measurement. Without one it is
 * closed: it says what the system can do at most, and nothing about waiting.
 *
 * @param rate turns a second; 0 for a closed loop
 * @param longest after which the remaining turns are left out
 */
public record Loop(Scenario scenario, long turns, int rate, Duration longest) {

    public static Loop closed(Scenario scenario, long turns, Duration longest) {
        return new Loop(scenario, turns, 0, longest);
    }

    public static Loop open(Scenario scenario, int rate, int seconds) {
        return new Loop(scenario, (long) rate * seconds, rate, Duration.ofSeconds(2L * seconds));
    }

    /** Answers the seconds that it took. */
    public double run(List<Visitor> visitors, Latencies latencies) {
        var next = new AtomicLong();
        var start = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (var visitor : visitors) {
            threads.add(Thread.ofPlatform().start(() -> visit(visitor, next, start, latencies)));
        }
        threads.forEach(Loop::join);
        visitors.forEach(Visitor::close);
        return (System.nanoTime() - start) / (double) SECONDS.toNanos(1);
    }

    private void visit(Visitor visitor, AtomicLong next, long start, Latencies latencies) {
        for (var turn = next.getAndIncrement(); turn < turns && isInTime(start); turn = next.getAndIncrement()) {
            var intended = rate == 0 ? System.nanoTime() : start + turn * SECONDS.toNanos(1) / rate;
            waitUntil(intended);
            if (succeeds(visitor)) {
                latencies.succeeded(System.nanoTime() - intended);
            } else {
                latencies.failed();
            }
        }
    }

    private boolean succeeds(Visitor visitor) {
        try {
            return scenario.perform(visitor);
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private boolean isInTime(long start) {
        return System.nanoTime() - start < longest.toNanos();
    }

    private static void waitUntil(long moment) {
        for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
