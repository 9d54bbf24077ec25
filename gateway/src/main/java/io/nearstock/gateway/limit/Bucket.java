package io.nearstock.gateway.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket in one number: the time at which it will be full again (GCRA, ITU-T I.371). Full it holds a window's
 * requests, and they come back evenly.
 */
final class Bucket {

    /** What is left after a request, or how long to wait when nothing is; times in nanoseconds. */
    record Level(boolean allowed, long remaining, long retryAfter, long untilFull) {}

    private final AtomicLong fullAt;

    Bucket(long now) {
        fullAt = new AtomicLong(now);
    }

    Level take(long now, long requests, long window) {
        var interval = window / requests;
        while (true) {
            var known = fullAt.get();
            var next = Math.max(known - now, 0) + interval;
            if (next > window) {
                return new Level(false, 0, next - window, next - interval);
            }
            if (fullAt.compareAndSet(known, now + next)) {
                return new Level(true, (window - next) / interval, 0, next);
            }
        }
    }
}
