package io.nearstock.catalog.search;

import java.util.Arrays;
import java.util.stream.Stream;

/** Where one product is. It has the same number for ever, so that others may hold that beside their own data. */
final class SkuStock {

    record Level(String hubId, long available, long sequence) {}

    private static final Level[] NOWHERE = {};

    private final int number;
    private volatile Level[] levels = NOWHERE;

    SkuStock(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Only a higher sequence counts, as messages come twice or late. What there is now is told on while nobody else tells. */
    synchronized void tell(Level told, StockBits hub, StockBits anywhere) {
        var at = place(told.hubId());
        var next = Arrays.copyOf(levels, Math.max(levels.length, at + 1));
        if (next.length > levels.length || told.sequence() > next[at].sequence()) {
            next[at] = told;
            levels = next;
            hub.set(number, told.available() > 0);
            anywhere.set(number, available().findAny().isPresent());
        }
    }

    /** Of a hub among the levels, or the next that is free. */
    private int place(String hubId) {
        int at = 0;
        while (at < levels.length && !levels[at].hubId().equals(hubId)) {
            at++;
        }
        return at;
    }

    Stream<Level> available() {
        return Arrays.stream(levels).filter(level -> level.available() > 0);
    }
}
