package io.nearstock.testkit.simulation;

import java.util.Random;
import java.util.stream.LongStream;

/**
 * Which stories a test tells. A build tells the same ones each time, so that a red one is the fault of a change and not
 * of chance; {@code -Dnearstock.schedules=100000} looks for bad ones among as many new ones, {@code -Dnearstock.seed=…}
 * tells one again.
 */
public final class Seeds {

    private static final long OF_EACH_BUILD = 20_261_125;

    private Seeds() {}

    /**
     * The seeds of a run.
     *
     * @param count how many a build tells, besides the known ones
     * @param endedBadlyOnce those that found a bug
     */
    public static long[] of(int count, long... endedBadlyOnce) {
        var one = Long.getLong("nearstock.seed");
        if (one != null) {
            return new long[] {one};
        }
        var fresh = Integer.getInteger("nearstock.schedules");
        return fresh == null
                ? LongStream.concat(LongStream.of(endedBadlyOnce), new Random(OF_EACH_BUILD).longs(count))
                        .toArray()
                : new Random().longs(fresh).toArray();
    }
}
