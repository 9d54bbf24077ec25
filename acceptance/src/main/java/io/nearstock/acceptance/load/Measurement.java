package io.nearstock.acceptance.load;

import io.nearstock.acceptance.load.gauge.Latencies;
import io.nearstock.acceptance.load.gauge.Usage;
import io.nearstock.acceptance.load.gauge.Yardstick;

/**
 * What one loop showed.
 *
 * @param rate turns a second that were intended; 0 in a closed loop
 * @param turns that were intended
 * @param seconds from the first request to the last answer
 * @param used processor time until the system was quiet again
 * @param yardstick microseconds of the {@link Yardstick} meanwhile
 */
record Measurement(
        String name,
        int clients,
        int rate,
        long turns,
        double seconds,
        Latencies latencies,
        Usage used,
        double yardstick) {

    Measurement named(String other) {
        return new Measurement(other, clients, rate, turns, seconds, latencies, used, yardstick);
    }

    long done() {
        return latencies.all().getTotalCount();
    }

    /** Neither answered as wanted nor refused: there was no time left for them. */
    long leftOut() {
        return turns - done() - latencies.failures();
    }

    double millis(double percentile) {
        return Latencies.millis(latencies.all(), percentile);
    }

    double reached() {
        return done() / seconds;
    }

    double systemCost() {
        return (double) used.system() / done();
    }

    double costOf(String process) {
        return (double) used.of(process) / done();
    }
}
