package io.nearstock.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is read for each quote and seldom changes, remembered for a moment. What this instance changes it sees at once;
 * another's change it sees when the moment is over.
 */
final class Recent<T> {

    private record Reading<T>(T value, Instant until) {}

    private final Function<Instant, T> source;
    private final Duration moment;
    private final Clock clock;
    private volatile @Nullable Reading<T> last;
    private long changes;

    /**
     * Remembers what the source answers.
     *
     * @param source is given the end of the moment: what begins before that belongs to the answer
     */
    Recent(Function<Instant, T> source, Duration moment, Clock clock) {
        this.source = source;
        this.moment = moment;
        this.clock = clock;
    }

    T get() {
        var known = last;
        var now = clock.instant();
        return known != null && now.isBefore(known.until()) ? known.value() : read(now.plus(moment));
    }

    /** After a change, and before anybody is told of it. */
    synchronized void forget() {
        changes++;
        last = null;
    }

    private T read(Instant until) {
        var before = changes();
        var value = source.apply(until);
        remember(new Reading<>(value, until), before);
        return value;
    }

    private synchronized long changes() {
        return changes;
    }

    /** What was read while somebody changed it may be from before the change. */
    private synchronized void remember(Reading<T> reading, long before) {
        if (changes == before) {
            last = reading;
        }
    }
}
