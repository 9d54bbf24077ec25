package io.nearstock.inventory.holding;

import java.time.Duration;

/**
 * What came of a spell of a benchmark.
 *
 * @param own time of processors that its process had
 * @param databases the same of the database's
 */
record Spell(long done, long commands, long seconds, Duration own, Duration databases) {

    /** Microseconds of both processes for each. */
    double cpu() {
        return micros(own.plus(databases));
    }

    private double micros(Duration cpu) {
        return cpu.toNanos() / 1000.0 / done;
    }

    @Override
    public String toString() {
        return "%,d/s, %.2f commands, %.1f + %.1f us of CPU"
                .formatted(done / seconds, (double) commands / done, micros(own), micros(databases));
    }
}
