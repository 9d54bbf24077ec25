package io.nearstock.acceptance.chaos.fault;

import java.time.Duration;

/**
 * Something that breaks and is mended again.
 *
 * @param lasts how long it stays broken, while people go on ordering
 * @param strike breaks it
 * @param mend mends it, and ends when it can serve again
 */
public record Fault(String name, Promise promise, Duration lasts, Runnable strike, Runnable mend) {

    /** What people may expect of the rest meanwhile. */
    public enum Promise {
        /** Nobody has to ask twice for anything. */
        INVISIBLE(100, 100),
        /** Nobody who orders notices. */
        UNNOTICED(0, 99),
        /** Who asks again is served, at the latest when it is mended. */
        AFTER_RETRIES(0, 95),
        /** Nothing is left that could serve. */
        NOTHING(0, 0);

        private final int atOnce;
        private final int inTheEnd;

        Promise(int atOnce, int inTheEnd) {
            this.atOnce = atOnce;
            this.inTheEnd = inTheEnd;
        }

        /** Percent of what is wanted meanwhile that the first answer decides. */
        public int atOnce() {
            return atOnce;
        }

        /** Percent of the orders that are wanted meanwhile. */
        public int inTheEnd() {
            return inTheEnd;
        }
    }
}
