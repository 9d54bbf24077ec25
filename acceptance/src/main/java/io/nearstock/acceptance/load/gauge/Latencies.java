package io.nearstock.acceptance.load.gauge;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long each waited, in microseconds with three digits; by the second and altogether. */
public final class Latencies {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);
    private static final int DIGITS = 3;

    private final Recorder recent = new Recorder(LONGEST, DIGITS);
    private final Histogram total = new Histogram(LONGEST, DIGITS);
    private final LongAdder failures = new LongAdder();

    public void succeeded(long nanos) {
        recent.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST));
    }

    public void failed() {
        failures.increment();
    }

    public long failures() {
        return failures.sum();
    }

    /** What was recorded since the last call. */
    public synchronized Histogram lately() {
        var interval = recent.getIntervalHistogram();
        total.add(interval);
        return interval;
    }

    public synchronized Histogram all() {
        lately();
        return total;
    }

    public static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
