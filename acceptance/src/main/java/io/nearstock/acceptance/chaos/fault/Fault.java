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
        /** Nobody who orders notices. */
        UNNOTICED(99),
        /** Who asks again is served, at the latest when it is mended. */
        AFTER_RETRIES(95),
        /** Nothing is left that could serve. */
        NOTHING(0);

        private final int percent;

        Promise(int percent) {
            this.percent = percent;
        }

        /** Of the orders that are wanted meanwhile. */
        public int percent() {
            return percent;
        }
    }
}
