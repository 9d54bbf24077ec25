package io.nearstock.catalog.search;

import java.util.Arrays;
import java.util.stream.Stream;

/** Where one product is. It stays the same object for ever, so that others may hold it beside their own data. */
final class SkuStock {

    record Level(String hubId, long available, long sequence) {}

    private static final Level[] NOWHERE = {};

    private volatile Level[] levels = NOWHERE;

    /** Only a higher sequence counts, as messages come twice or late. */
    synchronized void tell(Level told) {
        var known = levels;
        for (int at = 0; at < known.length; at++) {
            if (known[at].hubId().equals(told.hubId())) {
                var next = known.clone();
                next[at] = told.sequence() > known[at].sequence() ? told : known[at];
                levels = next;
                return;
            }
        }
        var longer = Arrays.copyOf(known, known.length + 1);
        longer[known.length] = told;
        levels = longer;
    }

    Stream<Level> available() {
        return Arrays.stream(levels).filter(level -> level.available() > 0);
    }

    boolean anywhere() {
        for (var level : levels) {
            if (level.available() > 0) {
                return true;
            }
        }
        return false;
    }
}
